package carte.order.rating;

import carte.contracts.order.OrderState;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.book.Change;
import carte.order.book.Decision;
import carte.order.book.Order;
import carte.order.book.StateConflict;
import java.util.Optional;

/** Rates an order: once, and when it is delivered; the same rating again changes nothing. */
record Rating(int stars) implements Decision {

    @Override
    public Optional<Change> on(Order order) {
        if (order.state() != OrderState.DELIVERED) {
            throw StateConflict.of(order, "it can be rated once it is delivered");
        }
        Integer given = order.progress().stars();
        if (given == null) {
            return Optional.of(new Change(order.state(), stars, null));
        }
        if (given != stars) {
            throw ProblemException.of(ProblemType.RATING_GIVEN,
                    "the order was rated with " + given + " of 5 stars, and that stays");
        }
        return Optional.empty();
    }
}
