package carte.kit.security;

import carte.contracts.menu.RestaurantId;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param name as it stands in histories
 * @param operator may touch every restaurant, and open new ones
 * @param restaurants those they may touch otherwise
 */
public record Caller(String name, boolean operator, Set<RestaurantId> restaurants) {

    /** Whoever did not have to say who they are. */
    public static final Caller ANONYMOUS = new Caller("anonymous", false, Set.of());

    /** Copies the restaurants. */
    public Caller {
        restaurants = Set.copyOf(restaurants);
    }

    /** Tells whether they may see and change what only a restaurant's own people may. */
    public boolean mayTouch(RestaurantId restaurant) {
        return operator || restaurants.contains(restaurant);
    }
}
