package carte.order.menus;

import carte.contracts.event.MenuChanged;
import carte.contracts.menu.RestaurantId;
import reactor.core.publisher.Mono;

/** The copies of all menus; none ever goes back to an older version. */
interface MenuCopies {

    /** Returns the copy of a restaurant's menu, or nothing if the restaurant is unknown. */
    Mono<MenuCopy> find(RestaurantId id);

    /**
     * Takes over what an event tells, in any order and any number of times.
     *
     * @return whether the event was news
     */
    Mono<Boolean> apply(MenuChanged event);
}
