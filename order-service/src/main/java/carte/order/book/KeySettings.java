package carte.order.book;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code carte.order.keys-kept}.
 *
 * @param keysKept how long an idempotency key stands for its order
 */
@ConfigurationProperties("carte.order")
record KeySettings(@DefaultValue("7d") Duration keysKept) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    KeySettings {
        if (keysKept.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "keys-kept: expected at least 1m but found " + keysKept);
        }
    }
}
