package carte.order.book;

import carte.contracts.order.OrderState;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;

/**
 * What an order's state does not allow: the members of that problem.
 *
 * @param state where the order is now
 * @param allowed the states that may follow now
 */
public record StateConflict(OrderState state, List<OrderState> allowed) {

    /** Copies the states. */
    public StateConflict {
        allowed = List.copyOf(allowed);
    }

    /** Returns the refusal of what cannot be done with an order; {@code what} says so. */
    public static ProblemException of(Order order, String what) {
        OrderState state = order.state();
        StateConflict conflict = new StateConflict(state, List.copyOf(state.next()));
        return ProblemException.of(Problem.of(ProblemType.ORDER_STATE_CONFLICT,
                what + "; the order is " + state + ", and " + conflict.inWords())
                .with("state", conflict.state())
                .with("allowed", conflict.allowed()));
    }

    private String inWords() {
        return allowed.isEmpty()
                ? "no other state follows"
                : "what may follow is " + String.join(" or ",
                        allowed.stream().map(Enum::name).toList());
    }
}
