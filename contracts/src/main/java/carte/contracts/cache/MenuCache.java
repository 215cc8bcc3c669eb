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
     * Applies a change: replaces an entry that is present, floors one that is not.
     *
     * @param menu the menu of {@code version}; null evicts whatever is older
     * @param publishedAt the database time of the change
     */
    Mono<ApplyOutcome> apply(
            RestaurantId id,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt);

    /**
     * Drops the entry of a restaurant whose change could not be read: the version is unknown, so
     * whatever was read from the database before this moment is refused from here on.
     */
    Mono<Void> evict(RestaurantId id);

    /**
     * Returns the offset of the first record of a partition that was not yet applied, {@link
     * #NOTHING_APPLIED} if the cache is new, was wiped or has lost it.
     */
    Mono<Long> offset(int partition);

    /**
     * Says that all records of a partition ahead of {@code next} are applied, of which the last is
     * {@code watermark}; refused, with nothing changed, unless the cache is where the caller took
     * it to be. It is not if it was wiped or rolled back, or if another consumer has gone on.
     *
     * @param expected what {@link #offset} last answered or the caller last advanced to
     * @return what the cache holds then: {@code next}, or the offset that the caller has to go
     * back to
     */
    Mono<Long> advance(int partition, long expected, long next, Watermark watermark);
}
