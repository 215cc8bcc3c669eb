package carte.contracts.cache;

import java.time.Instant;

/**
 * An entry and how far the changes ahead of it have been applied.
 *
 * @param watermark the time of the last watermark of the restaurant's shard in its partition, or
 * {@link Instant#EPOCH} if there is none
 */
public record CachedMenu(CacheEntry entry, Instant watermark) {

    /** Returns the latest database time at which the entry is known to have been the newest. */
    public Instant asOf() {
        return entry.readAt().isAfter(watermark) ? entry.readAt() : watermark;
    }
}
