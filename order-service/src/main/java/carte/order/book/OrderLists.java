package carte.order.book;

import carte.contracts.order.OrderState;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The orders of a restaurant, in the order in which they were placed. */
@Component
public final class OrderLists {

    private static final String LIST = "select " + PostgresOrderBook.COLUMNS
            + " from customer_order o where o.restaurant_id = :restaurant";

    private static final String OF_STATES = " and o.state = any(:states)";

    /** Word for word the condition of the index of open orders, which else is of no use. */
    private static final String OPEN = Arrays.stream(OrderState.values())
            .filter(OrderState::isOpen)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", ", " and o.state in (", ")"));

    private static final String AFTER = " and (o.placed_at, o.id) < (:placedAt, :id)";

    private static final String NEWEST = " order by o.placed_at desc, o.id desc limit :most";

    private final DatabaseClient database;

    OrderLists(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the orders that are asked for. */
    public Flux<Order> list(OrderFilter filter) {
        return statement("", filter).map(OrderRow::order).all();
    }

    /** Returns the statement, behind {@code explain}, say. */
    GenericExecuteSpec statement(String prefix, OrderFilter filter) {
        boolean all = filter.states().size() == OrderState.values().length;
        boolean open = filter.states().stream().allMatch(OrderState::isOpen);
        OrderPosition after = filter.after();
        GenericExecuteSpec list = database.sql(prefix + LIST + (all ? "" : OF_STATES)
                + (open ? OPEN : "") + (after == null ? "" : AFTER) + NEWEST)
                .bind("restaurant", filter.restaurantId().value())
                .bind("most", filter.most());
        if (!all) {
            list = list.bind("states",
                    filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (after != null) {
            list = list.bind("placedAt", after.placedAt()).bind("id", after.id());
        }
        return list;
    }
}
