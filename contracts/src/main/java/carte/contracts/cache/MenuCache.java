package carte.contracts.cache;

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

    /** Returns the entry of a restaurant, a floor included; empty if there is none. */
    Mono<CacheEntry> read(RestaurantId id);

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
}
