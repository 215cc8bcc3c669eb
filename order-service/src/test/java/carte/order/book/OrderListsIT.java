package carte.order.book;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.order.OrderState;
import carte.order.RunningOrderService;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

/** How the real database finds the orders of a restaurant. */
class OrderListsIT extends RunningOrderService {

    private static final Set<OrderState> ALL = EnumSet.allOf(OrderState.class);
    private static final Set<OrderState> OPEN = ALL.stream()
            .filter(OrderState::isOpen).collect(Collectors.toSet());

    @Autowired
    private OrderLists lists;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void listsAreReadThroughTheirIndexes() {
        OrderPosition position = new OrderPosition(Instant.now(), UUID.randomUUID());
        for (OrderPosition after : new @Nullable OrderPosition[]{null, position}) {
            assertThat(plan(ALL, after)).contains("customer_order_board");
            assertThat(plan(OPEN, after)).contains("customer_order_open");
            assertThat(plan(Set.of(OrderState.PLACED), after)).contains("customer_order_open");
        }
    }

    /** Asks for the plan where every other way seems dear, as it is where there are many orders. */
    private String plan(Set<OrderState> states, @Nullable OrderPosition after) {
        OrderFilter filter = new OrderFilter(kitchen, states, after, 20);
        return Objects.requireNonNull(transaction.transactional(
                database().sql("set local enable_seqscan = off").then()
                        .then(database().sql("set local enable_sort = off").then())
                        .then(lists.statement("explain ", filter)
                                .map(row -> String.valueOf(row.get(0)))
                                .all()
                                .collect(Collectors.joining("\n"))))
                .block());
    }
}
