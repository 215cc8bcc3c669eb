package carte.order.board;

import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import carte.kit.http.QueryParameters;
import carte.order.book.OrderFilter;
import carte.order.book.OrderPosition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part of a restaurant's orders is asked for. */
record BoardQuery(Set<OrderState> states, int limit, @Nullable OrderPosition after) {

    /** What a list of states looks like. */
    static final String STATES = "[A-Z]+(,[A-Z]+)*";

    /** Copies the states. */
    BoardQuery {
        states = Set.copyOf(states);
    }

    /** Reads the parameters of a request; 400 that names what was expected. */
    static BoardQuery of(QueryParameters parameters) {
        String cursor = parameters.one("cursor");
        return new BoardQuery(states(parameters), parameters.limit(),
                cursor == null ? null : BoardCursor.parse(cursor));
    }

    /** Returns what to look for: one more than is shown, to know whether there are more. */
    OrderFilter filter(RestaurantId restaurant) {
        return new OrderFilter(restaurant, states, after, limit + 1);
    }

    private static Set<OrderState> states(QueryParameters parameters) {
        String state = parameters.one("state");
        Set<OrderState> states = state == null ? EnumSet.allOf(OrderState.class) : states(state);
        if (isOpen(parameters)) {
            states.removeIf(each -> !each.isOpen());
        }
        return states;
    }

    private static Set<OrderState> states(String text) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        for (String name : text.split(",", -1)) {
            states.add(Arrays.stream(OrderState.values())
                    .filter(each -> each.name().equals(name)).findFirst()
                    .orElseThrow(() -> QueryParameters.malformed(
                            "state: expected some of " + Arrays.toString(OrderState.values())
                                    + " with commas between them")));
        }
        return states;
    }

    private static boolean isOpen(QueryParameters parameters) {
        return switch (parameters.one("open")) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw QueryParameters.malformed("open: expected true or false");
        };
    }
}
