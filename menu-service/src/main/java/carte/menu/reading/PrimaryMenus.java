package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.contracts.menu.RestaurantId;
import reactor.core.publisher.Mono;

/** Menus as the primary database has them, with the database time of the reading. */
interface PrimaryMenus {

    /** Returns a value or an absence; {@code unavailable} where the shard is away. */
    Mono<CacheEntry> read(RestaurantId id, String shard);
}
