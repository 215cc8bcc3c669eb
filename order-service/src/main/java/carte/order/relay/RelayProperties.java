package carte.order.relay;

import carte.kit.outbox.RelaySettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.relay.*}, whose meaning is that of {@link RelaySettings}.
 *
 * @param enabled whether this instance publishes at all
 * @param name of the outbox: the same in all instances of one database, and no other's
 */
@ConfigurationProperties("carte.relay")
record RelayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("orders") String name,
        @DefaultValue("5s") Duration leaseDuration,
        @DefaultValue("1s") Duration leaseRenewal,
        @DefaultValue("10ms") Duration shortestPoll,
        @DefaultValue("100ms") Duration longestPoll,
        @DefaultValue("500") int batchSize) {

    // Nobody is told any; it only must not be shorter than a poll.
    private static final Duration WATERMARK_INTERVAL = Duration.ofMinutes(1);

    /** Throws {@link IllegalArgumentException}, which stops the start, if they contradict. */
    RelayProperties {
        var _ = new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll,
                batchSize, WATERMARK_INTERVAL);
    }

    RelaySettings settings() {
        return new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll, batchSize,
                WATERMARK_INTERVAL);
    }
}
