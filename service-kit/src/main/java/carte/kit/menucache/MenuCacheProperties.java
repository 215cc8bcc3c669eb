package carte.kit.menucache;

import carte.contracts.cache.CacheTimings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings {@code carte.cache.*}, whose meaning is that of {@link CacheTimings}. */
@ConfigurationProperties("carte.cache")
record MenuCacheProperties(
        @DefaultValue("1h") Duration timeToLive,
        @DefaultValue("1m") Duration absentTimeToLive,
        @DefaultValue("5s") Duration fillDeadline,
        @DefaultValue("30s") Duration floorLifetime) {

    /** Throws {@link IllegalArgumentException}, which stops the start, if they contradict. */
    MenuCacheProperties {
        var _ = new CacheTimings(timeToLive, absentTimeToLive, fillDeadline, floorLifetime);
    }

    CacheTimings timings() {
        return new CacheTimings(timeToLive, absentTimeToLive, fillDeadline, floorLifetime);
    }
}
