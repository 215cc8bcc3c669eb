package carte.order.popularity;

import org.jspecify.annotations.Nullable;

/**
 * What an order adds to the figures of its restaurant, or the difference between two such.
 *
 * @param orders 1 if it counts, on the day on which it was placed
 * @param stars the sum of ratings
 * @param ratings their number
 */
record Contribution(int orders, int stars, int ratings) {

    /** What an order adds that nobody knows of. */
    static final Contribution NONE = new Contribution(0, 0, 0);

    /** Returns what an order adds as it is known. */
    static Contribution of(@Nullable KnownOrder order) {
        if (order == null) {
            return NONE;
        }
        Integer stars = order.stars();
        return new Contribution(
                order.state().isVoid() ? 0 : 1,
                stars == null ? 0 : stars,
                stars == null ? 0 : 1);
    }

    Contribution minus(Contribution other) {
        return new Contribution(
                orders - other.orders, stars - other.stars, ratings - other.ratings);
    }
}
