package carte.kit.shutdown;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.shutdown.*}: how long a service goes on serving after it has said that
 * it leaves.
 *
 * @param quiet how long nobody must have asked for anything; longer than the pause between two
 *     probes of those who balance over it
 * @param longest when it leaves in any case
 * @param watchedWithin how recently somebody must have asked whether it is ready for the service to
 *     think itself watched; nobody is waited for where nobody watches
 */
@ConfigurationProperties("carte.shutdown")
record LeaveSettings(
        @DefaultValue("1s") Duration quiet,
        @DefaultValue("10s") Duration longest,
        @DefaultValue("30s") Duration watchedWithin) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    LeaveSettings {
        if (quiet.isNegative() || longest.compareTo(quiet) < 0) {
            throw new IllegalArgumentException("carte.shutdown: expected 0s <= quiet <= longest"
                    + " but found " + quiet + " and " + longest);
        }
        if (watchedWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "carte.shutdown.watched-within: expected at least 0s: " + watchedWithin);
        }
    }
}
