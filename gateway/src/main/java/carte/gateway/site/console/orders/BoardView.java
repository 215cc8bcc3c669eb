package carte.gateway.site.console.orders;

import carte.contracts.order.OrderState;
import carte.gateway.site.console.Prices;
import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Times;
import carte.gateway.site.console.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order board.
 *
 * @param columns one for each state in which something is to be done
 * @param digest another one for another content
 * @param more whether there are older orders besides
 */
record BoardView(List<Column> columns, String digest, boolean more) {

    private static final List<OrderState> OPEN = List.of(OrderState.PLACED, OrderState.ACCEPTED,
            OrderState.PREPARING, OrderState.READY);

    /** The orders of one state, the oldest first. */
    record Column(String message, String state, List<Card> cards) {}

    /**
     * An order.
     *
     * @param number the end of its id, by which people call it
     */
    record Card(String id, String number, String at, String total, String fulfilment,
            List<Line> lines, List<Way> ways, String address) {}

    /** What was ordered. */
    record Line(int quantity, String name, List<String> options) {}

    /** A state into which it can be brought. */
    record Way(String to, String message, boolean back) {}

    /** Copies the list. */
    BoardView {
        columns = List.copyOf(columns);
    }

    static BoardView of(OpenOrders orders, ObjectNode menu, RestaurantFacts restaurant,
            String address, Locale locale) {
        Names names = Names.of(menu);
        List<Column> columns = new ArrayList<>();
        for (OrderState state : OPEN) {
            columns.add(new Column(message(state), state.name(), orders.oldestFirst().stream()
                    .filter(each -> each.path("state").asString("").equals(state.name()))
                    .map(each -> card(each, state, names, restaurant, address, locale))
                    .toList()));
        }
        return new BoardView(columns, orders.digest(), orders.more());
    }

    private static Card card(JsonNode order, OrderState state, Names names,
            RestaurantFacts restaurant, String address, Locale locale) {
        String id = Tree.id(order);
        return new Card(id, id.substring(Math.max(0, id.length() - 4)).toUpperCase(Locale.ROOT),
                Times.clock(Instant.parse(
                        order.path("placedAt").asString("1970-01-01T00:00:00Z")),
                        restaurant.zone(), locale),
                Prices.shown(order.path("total"), locale),
                "console.fulfilment." + order.path("fulfilment").asString("")
                        .toLowerCase(Locale.ROOT),
                order.path("lines").valueStream().map(names::line).toList(),
                state.next().stream().sorted().map(next -> new Way(next.name(),
                        "console.order.to." + next.name().toLowerCase(Locale.ROOT),
                        next.isVoid())).toList(),
                address + "/" + id);
    }

    private static String message(OrderState state) {
        return "console.order.state." + state.name().toLowerCase(Locale.ROOT);
    }

    /** What the ids of an order are called on the menu. */
    private record Names(Map<String, String> items, Map<String, String> options) {

        static Names of(ObjectNode menu) {
            Map<String, String> options = Tree.groups(menu).stream()
                    .flatMap(group -> group.path("options").valueStream()
                            .map(option -> Map.entry(Tree.id(group) + "/" + Tree.id(option),
                                    Tree.name(option))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Names(Tree.items(menu).stream().collect(Collectors.toMap(
                    Tree::id, Tree::name, (one, _) -> one)), options);
        }

        Line line(JsonNode line) {
            String item = line.path("itemId").asString("");
            Stream<String> chosen = line.path("options").valueStream().map(option -> {
                String id = option.path("optionId").asString("");
                String name = options.getOrDefault(
                        option.path("groupId").asString("") + "/" + id, id);
                int quantity = option.path("quantity").asInt(1);
                return quantity > 1 ? quantity + " × " + name : name;
            });
            return new Line(line.path("quantity").asInt(1), items.getOrDefault(item, item),
                    chosen.toList());
        }
    }
}
