package carte.order.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.order.live.*}.
 *
 * @param heartbeat how often those that watch are sent a sign of life
 * @param mostListeners how many may watch at this instance at once
 */
@ConfigurationProperties("carte.order.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat, @DefaultValue("10000") int mostListeners) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    LiveSettings {
        if (!heartbeat.isPositive()) {
            throw new IllegalArgumentException(
                    "heartbeat: expected more than nothing but found " + heartbeat);
        }
        if (mostListeners < 1) {
            throw new IllegalArgumentException(
                    "most-listeners: expected at least 1 but found " + mostListeners);
        }
    }
}
