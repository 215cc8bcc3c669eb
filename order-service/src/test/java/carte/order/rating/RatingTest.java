package carte.order.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.order.OrderState;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.book.Change;
import carte.order.book.Orders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingTest {

    @Test
    void isTheCustomersWordOnWhatWasDelivered() {
        assertThat(new Rating(4).on(Orders.in(OrderState.DELIVERED, null)))
                .contains(new Change(OrderState.DELIVERED, 4, null));
    }

    @Test
    void givenAgainItChangesNothing() {
        assertThat(new Rating(4).on(Orders.in(OrderState.DELIVERED, 4))).isEmpty();
    }

    @Test
    void isGivenOnce() {
        assertRefused(OrderState.DELIVERED, 4, ProblemType.RATING_GIVEN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELIVERED")
    void isNotTakenBeforeDelivery(OrderState state) {
        assertRefused(state, null, ProblemType.ORDER_STATE_CONFLICT);
    }

    private static void assertRefused(
            OrderState state, @Nullable Integer given, ProblemType why) {
        assertThatThrownBy(() -> new Rating(5).on(Orders.in(state, given)))
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.problem().kind()).isEqualTo(why));
    }
}
