package carte.kit.menucache;

import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.Freshness;
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

    /** Throws {@link IllegalArgumentException} if entries end before they may no longer serve. */
    void requireOutlasting(Freshness freshness) {
        Duration needed = freshness.staleIfError().compareTo(freshness.bound()) > 0
                ? freshness.staleIfError()
                : freshness.bound();
        if (timeToLive.compareTo(needed) < 0) {
            throw new IllegalArgumentException("carte.cache.time-to-live is " + timeToLive
                    + " but must be at least carte.freshness.bound and stale-if-error, of which"
                    + " the longer is " + needed + ": menus would be gone when they are needed");
        }
    }

    CacheTimings timings() {
        return new CacheTimings(timeToLive, absentTimeToLive, fillDeadline, floorLifetime);
    }
}
