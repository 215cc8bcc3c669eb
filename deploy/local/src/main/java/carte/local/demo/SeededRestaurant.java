package carte.local.demo;

import carte.contracts.menu.RestaurantId;

/** A restaurant and the menu that it starts with. */
public record SeededRestaurant(RestaurantDetails details, MenuContent menu) {

    /** Returns the restaurant's id. */
    public RestaurantId id() {
        return details.id();
    }
}
