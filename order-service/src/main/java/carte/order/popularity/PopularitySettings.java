package carte.order.popularity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.order.popularity.*}, of use where there is a replica.
 *
 * @param replicaBound how old the replica's figures may be; older ones are read from the primary
 * @param beat how often the replica is told the primary's time
 */
@ConfigurationProperties("carte.order.popularity")
record PopularitySettings(
        @DefaultValue("2s") Duration replicaBound, @DefaultValue("500ms") Duration beat) {

    private static final Duration SHORTEST_BEAT = Duration.ofMillis(50);

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    PopularitySettings {
        if (beat.compareTo(SHORTEST_BEAT) < 0) {
            throw new IllegalArgumentException("beat: expected at least 50ms but found " + beat);
        }
        if (replicaBound.compareTo(beat) <= 0) {
            throw new IllegalArgumentException("replica-bound: expected more than the beat, "
                    + beat + ", but found " + replicaBound);
        }
    }
}
