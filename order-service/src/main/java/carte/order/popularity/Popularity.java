package carte.order.popularity;

import carte.contracts.menu.RestaurantId;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a restaurant.
 *
 * @param orderCount orders of the window of {@value Window#DAYS} days
 * @param rating mean of all ratings in hundredths, rounded down; null without any
 * @param waitingMinutes how long who orders now will wait; null while nothing is known
 */
record Popularity(
        RestaurantId restaurantId,
        long orderCount,
        @Nullable Double rating,
        long ratingCount,
        long openOrders,
        @Nullable Integer waitingMinutes) {

    private static final long HUNDREDTHS = 100;

    /** Returns the mean of ratings; rounded down, so that what looks like 4.5 is no less. */
    static @Nullable Double rating(long stars, long ratings) {
        if (ratings == 0) {
            return null;
        }
        long hundredths = stars * HUNDREDTHS / ratings;
        return hundredths / (double) HUNDREDTHS;
    }
}
