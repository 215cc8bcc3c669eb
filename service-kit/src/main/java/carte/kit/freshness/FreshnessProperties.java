package carte.kit.freshness;

import carte.contracts.cache.Freshness;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings {@code carte.freshness.*}, whose meaning is that of {@link Freshness}. */
@ConfigurationProperties("carte.freshness")
record FreshnessProperties(
        @DefaultValue("2s") Duration bound,
        @DefaultValue("100ms") Duration margin,
        @DefaultValue("5m") Duration staleIfError) {

    /** Throws {@link IllegalArgumentException}, which stops the start, if they contradict. */
    FreshnessProperties {
        var _ = new Freshness(bound, margin, staleIfError);
    }

    Freshness freshness() {
        return new Freshness(bound, margin, staleIfError);
    }
}
