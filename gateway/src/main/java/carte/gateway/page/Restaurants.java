package carte.gateway.page;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Restaurants as the menu-service showed them, which nobody changes. */
record Restaurants(List<ObjectNode> items) {

    /** Copies the list. */
    Restaurants {
        items = List.copyOf(items);
    }

    /** Reads the items of a list. */
    static Restaurants of(ObjectNode list) {
        return new Restaurants(list.path("items").valueStream()
                .map(ObjectNode.class::cast).toList());
    }

    static String id(ObjectNode restaurant) {
        return restaurant.path("id").asString();
    }

    List<String> ids() {
        return items.stream().map(Restaurants::id).toList();
    }

    /** Returns when pauses end. */
    PauseEnds pauseEnds() {
        return PauseEnds.of(items);
    }

    /** Tells whether none can have opened or closed between two times of day. */
    boolean hold(long from, long to) {
        return pauseEnds().noneOpensOrCloses(from, to);
    }
}
