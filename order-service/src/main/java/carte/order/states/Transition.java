package carte.order.states;

import carte.contracts.order.OrderState;
import carte.order.book.Change;
import carte.order.book.Decision;
import carte.order.book.Order;
import carte.order.book.StateConflict;
import java.util.Optional;

/** Brings an order to a state, if that may follow the one it is in; if it is in it, it stays. */
record Transition(OrderState to, String author) implements Decision {

    @Override
    public Optional<Change> on(Order order) {
        OrderState from = order.state();
        if (from == to) {
            return Optional.empty();
        }
        if (!from.next().contains(to)) {
            throw StateConflict.of(order, "it cannot become " + to);
        }
        return Optional.of(new Change(to, order.progress().stars(), author));
    }
}
