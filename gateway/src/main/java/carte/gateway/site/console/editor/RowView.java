package carte.gateway.site.console.editor;

import carte.gateway.site.console.Prices;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Times;
import carte.gateway.site.console.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the editor.
 *
 * @param section the id of its section
 * @param price as text
 * @param priceField as the content of a field
 * @param status as the API says it
 * @param until when it returns to sale, as text; null if that is not known
 * @param groups the names of its modifier groups
 */
record RowView(
        String id,
        String section,
        String name,
        String price,
        String priceField,
        String currency,
        String status,
        @Nullable String until,
        List<String> groups,
        String address) {

    /** Copies the list. */
    RowView {
        groups = List.copyOf(groups);
    }

    /** Makes the rows of one menu. */
    static final class Maker {

        private final RestaurantFacts restaurant;
        private final Locale locale;
        private final Map<String, String> groupNames;

        Maker(RestaurantFacts restaurant, JsonNode menu, Locale locale) {
            this.restaurant = restaurant;
            this.locale = locale;
            this.groupNames = Tree.groups(menu).stream().collect(Collectors.toMap(
                    Tree::id, Tree::name, (one, _) -> one));
        }

        RowView row(ObjectNode item, String section) {
            JsonNode availability = item.path("availability");
            Function<JsonNode, String> groupName = group -> groupNames.getOrDefault(
                    group.asString(""), group.asString(""));
            return new RowView(
                    Tree.id(item),
                    section,
                    Tree.name(item),
                    Prices.shown(item.path("price"), locale),
                    Prices.field(item.path("price")),
                    restaurant.currency(),
                    availability.path("status").asString("AVAILABLE"),
                    Times.shown(availability.path("until").asString(""), restaurant.zone(),
                            locale),
                    item.path("modifierGroups").valueStream().map(groupName).toList(),
                    "/admin/restaurants/" + restaurant.id() + "/items/" + Tree.id(item));
        }
    }

    static boolean isSoldOut(JsonNode item) {
        return item.path("availability").path("status").asString("").equals("SOLD_OUT");
    }

    /** Tells whether customers see it and can order it. */
    public boolean isAvailable() {
        return status.equals("AVAILABLE");
    }

    /** Returns the name of the message that says what customers see of it. */
    public String statusMessage() {
        return "console.status." + status.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
