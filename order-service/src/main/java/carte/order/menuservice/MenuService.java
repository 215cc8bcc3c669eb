package carte.order.menuservice;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import reactor.core.publisher.Mono;

/**
 * What menu-service, which owns menus and restaurants, says of one. Calls fail with the problem
 * {@code restaurant-not-found}, or {@code unavailable} where it has not answered what was asked.
 */
public interface MenuService {

    /**
     * A menu as its owner tells it.
     *
     * @param version of the document
     */
    record OwnersMenu(MenuVersion version, MenuJson document) {}

    /**
     * A restaurant as its owner tells it.
     *
     * @param revision 0, older than all that events tell, where it is not told
     */
    record OwnersRestaurant(long revision, OpeningHours hours) {}

    /** Returns a version of a menu that is no older than {@code least}. */
    Mono<OwnersMenu> menu(RestaurantId id, MenuVersion least);

    /** Returns a restaurant. */
    Mono<OwnersRestaurant> restaurant(RestaurantId id);
}
