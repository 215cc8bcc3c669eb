package carte.order.states;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import carte.kit.problem.ProblemType;
import carte.order.book.StateConflict;
import org.springframework.stereotype.Component;

/** How transitions look as JSON. */
@Component
final class StateShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.problemMembers(ProblemType.ORDER_STATE_CONFLICT, StateConflict.class);
        shapes.of(StateConflict.class)
                .is("Where an order is and what may become of it.")
                .field("allowed", "The states that may follow now; empty after the last.");
        shapes.of(NewState.class).named("Transition")
                .is("What is to become of an order.")
                .required("to")
                .field("to", "The state that it is to be in.");
    }
}
