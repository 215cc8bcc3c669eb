package carte.order.live;

import carte.contracts.event.OrderChanged;
import carte.contracts.order.OrderState;
import carte.order.book.Order;
import java.time.Instant;

/** What an order is since one of its changes, as those who watch it are told. */
record Step(OrderState state, int revision, Instant changedAt) {

    static Step of(Order order) {
        return new Step(
                order.state(), order.progress().revision(), order.progress().changedAt());
    }

    static Step of(OrderChanged change) {
        return new Step(change.state(), change.revision(), change.changedAt());
    }
}
