package carte.menu.relay;

import carte.kit.outbox.RelaySettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.relay.*}, whose meaning is that of {@link RelaySettings}.
 *
 * @param enabled whether this instance publishes at all
 */
@ConfigurationProperties("carte.relay")
record RelayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration leaseDuration,
        @DefaultValue("1s") Duration leaseRenewal,
        @DefaultValue("10ms") Duration shortestPoll,
        @DefaultValue("100ms") Duration longestPoll,
        @DefaultValue("500") int batchSize) {

    /** Throws {@link IllegalArgumentException}, which stops the start, if they contradict. */
    RelayProperties {
        var _ = new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll,
                batchSize);
    }

    RelaySettings settings() {
        return new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll, batchSize);
    }
}
