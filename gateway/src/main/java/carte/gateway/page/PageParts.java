package carte.gateway.page;

import carte.gateway.edge.MenuPart;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a restaurant page is made of, and what that means for it. */
record PageParts(
        Part<ObjectNode> restaurant, Part<MenuPart.Document> menu, Part<Popularity> popularity) {

    static final String RESTAURANT = "restaurant";
    static final String MENU = "menu";
    static final String POPULARITY = "popularity";
    static final String WAITING_TIME = "waitingTime";

    /** Tells whether there is no such restaurant: somebody says so, and nobody knows one. */
    boolean isUnknown() {
        return !isShown()
                && (restaurant instanceof Part.Unknown || menu instanceof Part.Unknown);
    }

    /** Tells whether there is enough for a page. */
    boolean isShown() {
        return restaurant.isFound() || menu.isFound();
    }

    /** Returns the names of the parts that are null because they are not to be had. */
    List<String> unavailable() {
        List<String> names = new ArrayList<>();
        if (!restaurant.isFound()) {
            names.add(RESTAURANT);
        }
        if (!menu.isFound()) {
            names.add(MENU);
        }
        if (!popularity.isFound()) {
            // One answer has both.
            names.add(POPULARITY);
            names.add(WAITING_TIME);
        }
        return names;
    }
}
