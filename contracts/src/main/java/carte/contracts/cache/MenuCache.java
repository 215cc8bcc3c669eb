package carte.contracts.cache;

import carte.contracts.event.Watermark;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The cache of menus that all instances share. Each call is atomic. An unreachable cache fails the
 * {@link Mono}; it never answers as if it were empty.
 */
public interface MenuCache {

    /** The offset of a partition of which nothing was applied. */
    long NOTHING_APPLIED = -1;

    /**
     * Returns the entry of a restaurant, a floor included, with the watermark of its partition and
     * shard at the same moment; empty if there is no entry.
     */
    Mono<CachedMenu> read(RestaurantId id, String shard);

    /** Offers what was read from the primary: a value or an absence, with its database time. */
    Mono<FillOutcome> fill(RestaurantId id, CacheEntry read);

    /**
     * Applies a change: replaces an entry that is present, floors one that is not, and takes the
     * cache's offset along, so that the offset tells at any moment just what was applied.
     *
     * @param menu the menu of {@code version}; null evicts whatever is older
     * @param publishedAt the database time of the change
     * @param step of the record through its partition
     */
    Mono<ApplyOutcome> apply(
            RestaurantId id,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt,
            LogStep step);

    /**
     * Drops the entry of a restaurant whose change could not be read: the version is unknown, so
     * whatever was read from the database before this moment is refused from here on.
     */
    Mono<ApplyOutcome> evict(RestaurantId id, LogStep step);

    /**
     * Returns the offset of the first record of a partition that was not yet applied, {@link
     * #NOTHING_APPLIED} if the cache is new, was wiped or has lost it.
     */
    Mono<Long> offset(int partition);

    /**
     * Says that all records of a partition up to {@code watermark} are applied; refused, with
     * nothing changed, unless the cache is where the step begins. It is not if it was wiped or
     * rolled back, or if another consumer has gone on.
     *
     * @return {@code ALREADY_APPLIED} where the cache is behind the watermark now, else {@code
     * ELSEWHERE}
     */
    Mono<ApplyOutcome> advance(int partition, LogStep step, Watermark watermark);
}
