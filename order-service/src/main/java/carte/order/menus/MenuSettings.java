package carte.order.menus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.order.menus.*}.
 *
 * @param versionWait how long an order waits for the menu version that its customer saw
 * @param pollInterval how often it looks meanwhile
 */
@ConfigurationProperties("carte.order.menus")
record MenuSettings(
        @DefaultValue("2s") Duration versionWait, @DefaultValue("50ms") Duration pollInterval) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    MenuSettings {
        if (versionWait.isNegative() || versionWait.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException(
                    "version-wait: expected 0s to 30s but found " + versionWait);
        }
        if (pollInterval.compareTo(Duration.ofMillis(5)) < 0) {
            throw new IllegalArgumentException(
                    "poll-interval: expected at least 5ms but found " + pollInterval);
        }
    }

    long polls() {
        return versionWait.dividedBy(pollInterval);
    }
}
