package carte.gateway.balance;

import java.time.Duration;

/**
 * When an instance is left out, and for how long.
 *
 * @param failures how many in a row, or slow answers in a row, are too many
 * @param shortest time of the first ejection; each that follows soon takes twice as long
 * @param longest time of any
 */
public record EjectionRule(int failures, Duration shortest, Duration longest) {

    /** What fits services that restart within seconds. */
    public static final EjectionRule USUAL = new EjectionRule(
            5, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final double JITTER = 0.1;

    /**
     * Returns how long the ejection lasts.
     *
     * @param before how many there were shortly before
     * @param unit from 0 to 1; spreads the ends, so that gateways do not all probe at once
     */
    Duration time(int before, double unit) {
        long doubled = shortest.toMillis() << Math.min(before, 20);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 - JITTER + 2 * JITTER * unit)));
    }
}
