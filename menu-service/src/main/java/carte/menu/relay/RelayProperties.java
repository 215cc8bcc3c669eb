package carte.menu.relay;

import carte.contracts.cache.Freshness;
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
        @DefaultValue("500") int batchSize,
        @DefaultValue("250ms") Duration watermarkInterval) {

    /** Throws {@link IllegalArgumentException}, which stops the start, if they contradict. */
    RelayProperties {
        var _ = new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll,
                batchSize, watermarkInterval);
    }

    RelaySettings settings() {
        return new RelaySettings(leaseDuration, leaseRenewal, shortestPoll, longestPoll, batchSize,
                watermarkInterval);
    }

    /** Throws {@link IllegalArgumentException} if menus would grow old between two watermarks. */
    void requireWithin(Freshness freshness) {
        Duration usable = freshness.bound().minus(freshness.margin());
        if (watermarkInterval.multipliedBy(2).compareTo(usable) > 0) {
            throw new IllegalArgumentException("carte.relay.watermark-interval is "
                    + watermarkInterval + " but must be at most half of carte.freshness.bound less"
                    + " margin, which is " + usable
                    + ": every menu would be read anew between two watermarks");
        }
    }
}
