package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.kit.telemetry.Tier;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A menu for a reader.
 *
 * @param asOf the time as of which it is known to be the newest
 * @param shard that owns the restaurant
 * @param now the latest that it can be by the clock of the shard's database
 * @param source where it came from
 * @param staleFor the time since {@code asOf} if nothing newer could be had, else null
 */
record Found(
        CacheEntry.Value menu,
        Instant asOf,
        String shard,
        Instant now,
        Source source,
        @Nullable Duration staleFor) {

    /** Which tier had it, in the words of RFC 9211. */
    enum Source {
        REDIS(Tier.REDIS, "carte-redis; hit"),
        PRIMARY_AS_REDIS_HAD_NONE(Tier.PRIMARY, "carte-redis; fwd=miss"),
        PRIMARY_AS_REDIS_HAD_AN_OLD_ONE(Tier.PRIMARY, "carte-redis; fwd=stale");

        private final Tier tier;
        private final String cacheStatus;

        Source(Tier tier, String cacheStatus) {
            this.tier = tier;
            this.cacheStatus = cacheStatus;
        }

        Tier tier() {
            return tier;
        }
    }

    /** Returns the value of {@code Cache-Status}. */
    String cacheStatus() {
        return staleFor == null
                ? source.cacheStatus
                : source.cacheStatus + "; stale; ttl=-" + Math.max(0, staleFor.toSeconds());
    }
}
