package carte.menu.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.reads.*}.
 *
 * @param cacheTimeout how long Redis may take before the primary is asked instead
 * @param versionWait how long a reader waits for the version that it asked for
 * @param versionPoll how often the primary is asked meanwhile
 * @param loadTimeout how long the primary may take
 * @param concurrentLoads most loads of one shard at once; more are refused, for the database's sake
 */
@ConfigurationProperties("carte.reads")
record MenuReadProperties(
        @DefaultValue("200ms") Duration cacheTimeout,
        @DefaultValue("2s") Duration versionWait,
        @DefaultValue("50ms") Duration versionPoll,
        @DefaultValue("1s") Duration loadTimeout,
        @DefaultValue("64") int concurrentLoads) {

    /** Throws {@link IllegalArgumentException}, which stops the start, if one is not positive. */
    MenuReadProperties {
        requirePositive("cache-timeout", cacheTimeout);
        requirePositive("version-wait", versionWait);
        requirePositive("version-poll", versionPoll);
        requirePositive("load-timeout", loadTimeout);
        if (concurrentLoads < 1) {
            throw new IllegalArgumentException(
                    "carte.reads.concurrent-loads must be at least 1: " + concurrentLoads);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "carte.reads." + name + " must be positive: " + duration);
        }
    }
}
