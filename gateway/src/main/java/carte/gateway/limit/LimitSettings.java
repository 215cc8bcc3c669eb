package carte.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may send, and how slow they may be.
 *
 * @param body largest body of a write
 * @param bodyTimeout until the body of a write has arrived
 * @param headTimeout until the headers of a request have arrived
 * @param stalled how long a client may take none of an answer that waits for it
 * @param trustedProxies how many proxies in front of the gateway say truly whom they speak for
 */
@ConfigurationProperties("carte.limits")
public record LimitSettings(@DefaultValue("2MB") DataSize body,
        @DefaultValue("60s") Duration bodyTimeout,
        @DefaultValue("15s") Duration headTimeout,
        @DefaultValue("30s") Duration stalled,
        @DefaultValue("0") int trustedProxies) {

    /** Bodies are held in memory until they are complete. */
    private static final DataSize MOST_OF_A_BODY = DataSize.ofMegabytes(64);

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    public LimitSettings {
        if (body.toBytes() < 1 || body.compareTo(MOST_OF_A_BODY) > 0) {
            throw new IllegalArgumentException("carte.limits.body must be a size from 1B to "
                    + MOST_OF_A_BODY.toMegabytes() + "MB but was " + body);
        }
        positive("body-timeout", bodyTimeout);
        positive("head-timeout", headTimeout);
        positive("stalled", stalled);
        if (trustedProxies < 0) {
            throw new IllegalArgumentException("carte.limits.trusted-proxies must be a whole "
                    + "number from 0 but was " + trustedProxies);
        }
    }

    /** Returns the most bytes of a body. */
    public int bodyBytes() {
        return Math.toIntExact(body.toBytes());
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("carte.limits." + name + " must be a duration "
                    + "above zero such as 60s but was " + value);
        }
    }
}
