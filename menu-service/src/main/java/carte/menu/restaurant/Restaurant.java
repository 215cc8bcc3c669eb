package carte.menu.restaurant;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as it is.
 *
 * @param pausedUntil before which it takes no orders; null: it does
 * @param rating mean of the stars, 1 to 5; null until somebody rated
 */
record Restaurant(
        RestaurantDetails details,
        @Nullable Instant pausedUntil,
        @Nullable Double rating,
        int ratingCount,
        MenuVersion menuVersion) {

    /** Returns a restaurant as it is when it has just been created. */
    static Restaurant created(RestaurantDetails details) {
        return new Restaurant(details, null, null, 0, MenuVersion.FIRST);
    }

    boolean isOpen(Instant now) {
        return OpeningHours.isOpen(details.openingHours(), details.specialDays(), pausedUntil,
                details.timeZone(), now);
    }
}
