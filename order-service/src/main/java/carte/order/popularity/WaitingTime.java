package carte.order.popularity;

import org.jspecify.annotations.Nullable;

/**
 * How long who orders now will wait until the order is ready: by Little's law the orders before the
 * kitchen divided by its pace, and never less than an order usually takes.
 */
final class WaitingTime {

    /** With fewer ready orders in an hour chance is larger than the pace. */
    static final int FEWEST_FOR_A_PACE = 5;

    /** Nobody can tell what is further ahead. */
    static final int LONGEST_MINUTES = 180;

    private static final double MINUTES_AN_HOUR = 60;
    private static final double SECONDS_A_MINUTE = 60;

    private WaitingTime() {}

    /**
     * Returns whole minutes, rounded up; null while nothing is known.
     *
     * @param beingMade how many orders are placed and not yet ready
     * @param readyLastHour how many became ready in the last hour
     * @param usualSeconds how long recent orders took from placed to ready; null without any
     */
    static @Nullable Integer minutes(
            long beingMade, long readyLastHour, @Nullable Double usualSeconds) {
        if (usualSeconds == null) {
            return null;
        }
        double queue = readyLastHour < FEWEST_FOR_A_PACE
                ? 0
                : beingMade * MINUTES_AN_HOUR / readyLastHour;
        double minutes = Math.max(queue, usualSeconds / SECONDS_A_MINUTE);
        return Math.clamp((long) Math.ceil(minutes), 1, LONGEST_MINUTES);
    }
}
