package carte.gateway.proxy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may send.
 *
 * @param body largest body of a write
 * @param bodyTimeout until the body of a write has arrived
 */
@ConfigurationProperties("carte.limits")
public record LimitSettings(@DefaultValue("2MB") DataSize body,
        @DefaultValue("60s") Duration bodyTimeout) {

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    public LimitSettings {
        // Bodies are held in memory until they are complete.
        if (body.toBytes() < 1 || body.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "carte.limits.body must be a size from 1B to 64MB but was " + body);
        }
        if (!bodyTimeout.isPositive()) {
            throw new IllegalArgumentException("carte.limits.body-timeout must be a duration "
                    + "above zero such as 60s but was " + bodyTimeout);
        }
    }

    int bodyBytes() {
        return Math.toIntExact(body.toBytes());
    }
}
