package carte.order.menuservice;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What menu-service, which owns menus and restaurants, says of one. Calls fail with the problem
 * {@code restaurant-not-found}, or {@code unavailable} where it has not answered what was asked.
 */
public interface MenuService {

    /**
     * A menu as its owner tells it.
     *
     * @param version the newest
     * @param document null where whoever asked holds that version
     * @param shard where the restaurant is
     * @param asOf as of when it is the newest, by the clock of the shard's database
     */
    record OwnersMenu(
            MenuVersion version, @Nullable MenuJson document, String shard, Instant asOf) {}

    /**
     * A restaurant as its owner tells it.
     *
     * @param revision 0, older than all that events tell, where it is not told
     */
    record OwnersRestaurant(long revision, OpeningHours hours) {}

    /**
     * Returns the newest version of a menu, which is no older than {@code least}; and takes note of
     * what the clock of its shard's database shows. Fails with {@link NoSuchVersion} where
     * menu-service has looked and says that all are older than {@code least}.
     *
     * @param held the version whose document is not needed; {@link MenuVersion#NONE} for none
     */
    Mono<OwnersMenu> menu(RestaurantId id, MenuVersion least, MenuVersion held);

    /** Returns a restaurant. */
    Mono<OwnersRestaurant> restaurant(RestaurantId id);
}
