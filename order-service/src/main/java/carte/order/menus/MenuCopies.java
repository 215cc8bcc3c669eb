package carte.order.menus;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The copies of all menus; none ever goes back to an older version. */
interface MenuCopies {

    /** Returns what is known of a restaurant's menu, or nothing if the restaurant is unknown. */
    Mono<MenuCopy> find(RestaurantId id);

    /** Returns the document of a restaurant's menu, or nothing if there is none yet. */
    Mono<StoredMenu> document(RestaurantId id);

    /**
     * Takes over a version, in any order and any number of times.
     *
     * @param shard where the restaurant is
     * @param document null where only the version is known
     * @return whether it was news
     */
    Mono<Boolean> apply(
            RestaurantId id, MenuVersion version, String shard, @Nullable MenuJson document);

    /**
     * Takes note that a version, which must have been taken over, was the newest.
     *
     * @param asOf by the clock of the shard's database
     */
    Mono<Void> vouch(RestaurantId id, String shard, Instant asOf);

    /** Takes note that a change was found, at this time, which cannot be read. */
    Mono<Void> missed(RestaurantId id, Instant foundAt);
}
