package carte.menu.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.schedule.*}.
 *
 * @param enabled whether this instance does what is due
 * @param poll how often each shard is looked at while nothing is known to be due
 * @param parallel how many menus of a shard are worked at at the same time
 */
@ConfigurationProperties("carte.schedule")
record ScheduleProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("8") int parallel) {

    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    /** Throws {@link IllegalArgumentException}, which stops the start, if a value is wrong. */
    ScheduleProperties {
        if (!poll.isPositive() || poll.compareTo(LONGEST_POLL) > 0) {
            throw new IllegalArgumentException("carte.schedule.poll: expected more than 0 and at"
                    + " most " + LONGEST_POLL + ", so that nothing is late, but found " + poll);
        }
        if (parallel < 1) {
            throw new IllegalArgumentException(
                    "carte.schedule.parallel: expected at least 1 but found " + parallel);
        }
    }
}
