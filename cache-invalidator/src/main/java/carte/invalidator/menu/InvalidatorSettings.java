package carte.invalidator.menu;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service works.
 *
 * @param patience how long a record may take until it is tried anew
 * @param shortestRetry after what time a record that failed is tried again at first
 * @param longestRetry after what time it is tried again at last
 */
@ConfigurationProperties("carte.invalidator")
record InvalidatorSettings(
        @DefaultValue("5s") Duration patience,
        @DefaultValue("100ms") Duration shortestRetry,
        @DefaultValue("1s") Duration longestRetry) {

    // Kafka takes a consumer that does not ask for records for five minutes for a dead one.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    InvalidatorSettings {
        requireWithinAMinute("patience", patience);
        requireWithinAMinute("shortest-retry", shortestRetry);
        requireWithinAMinute("longest-retry", longestRetry);
        if (longestRetry.compareTo(shortestRetry) < 0) {
            throw new IllegalArgumentException("longest-retry is " + longestRetry
                    + " but must be at least shortest-retry, which is " + shortestRetry);
        }
    }

    private static void requireWithinAMinute(String name, Duration duration) {
        if (!duration.isPositive() || duration.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + duration + " but must be more than nothing, at most a minute");
        }
    }
}
