package carte.gateway.page;

import org.jspecify.annotations.Nullable;

/**
 * What the order-service knows of one restaurant.
 *
 * @param orderCount orders of the last 30 days
 * @param rating mean of the stars, 1 to 5; null until somebody rated
 * @param waitingMinutes how long an order of now will take; null while there is no telling
 */
record Popularity(
        String restaurantId,
        long orderCount,
        @Nullable Double rating,
        long ratingCount,
        @Nullable Integer waitingMinutes) {}
