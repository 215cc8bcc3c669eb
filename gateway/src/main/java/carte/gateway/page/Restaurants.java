package carte.gateway.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Restaurants as the menu-service showed them, which nobody changes. */
record Restaurants(List<ObjectNode> items) {

    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

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

    /**
     * Tells whether none can have opened or closed between two times of day. Hours begin and end
     * with a minute; only a pause may end within one.
     */
    boolean holds(long from, long to) {
        return Math.floorDiv(from, MINUTE) == Math.floorDiv(to, MINUTE)
                && items.stream().noneMatch(item -> endsPause(item, from, to));
    }

    private static boolean endsPause(ObjectNode restaurant, long from, long to) {
        JsonNode until = restaurant.path("pausedUntil");
        if (!until.isString()) {
            return false;
        }
        try {
            long end = Instant.parse(until.stringValue()).toEpochMilli();
            return end >= from && end <= to;
        } catch (DateTimeException | ArithmeticException _) {
            // It is too far away, or nobody's time.
            return false;
        }
    }
}
