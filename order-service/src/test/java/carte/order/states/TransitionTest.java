package carte.order.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.order.OrderState;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.book.Change;
import carte.order.book.Orders;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {

    private static final String MAMA = "Mama Put";

    @ParameterizedTest
    @CsvSource({"PLACED, ACCEPTED", "PLACED, REJECTED", "ACCEPTED, PREPARING",
            "ACCEPTED, CANCELLED", "PREPARING, READY", "PREPARING, CANCELLED",
            "READY, DELIVERED", "READY, CANCELLED"})
    void goesOnByOneStep(OrderState from, OrderState to) {
        assertThat(new Transition(to, MAMA).on(Orders.in(from, null)))
                .contains(new Change(to, null, MAMA));
    }

    @ParameterizedTest
    @CsvSource({"PLACED, PREPARING", "PLACED, DELIVERED", "PLACED, CANCELLED",
            "ACCEPTED, PLACED", "ACCEPTED, REJECTED", "READY, PREPARING", "DELIVERED, CANCELLED",
            "REJECTED, ACCEPTED", "CANCELLED, PLACED"})
    void neitherSkipsAStepNorGoesBack(OrderState from, OrderState to) {
        assertThatThrownBy(() -> new Transition(to, MAMA).on(Orders.in(from, null)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().kind()).isEqualTo(ProblemType.ORDER_STATE_CONFLICT));
    }

    @ParameterizedTest
    @EnumSource
    void staysWhereItIsAlready(OrderState state) {
        assertThat(new Transition(state, MAMA).on(Orders.in(state, null))).isEmpty();
    }

    @Test
    void refusalSaysWhatIsAllowedNow() {
        assertThatThrownBy(() -> new Transition(OrderState.DELIVERED, MAMA)
                .on(Orders.in(OrderState.PLACED, null)))
                .hasMessageContaining("PLACED")
                .hasMessageContaining("ACCEPTED or REJECTED")
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(refused -> refused.problem().extensions(),
                        InstanceOfAssertFactories.MAP)
                .containsEntry("state", OrderState.PLACED)
                .containsEntry("allowed", List.of(OrderState.ACCEPTED, OrderState.REJECTED));
    }
}
