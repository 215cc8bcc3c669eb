package carte.order.popularity;

import static carte.order.MamaPut.MAMA_PUT;
import static carte.order.MamaPut.NOON;
import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderStepTest {

    private static final UUID ORDER = UUID.fromString("9b2d7d0e-5d5a-4b0e-8d6c-0a6f4f6f3a11");
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void placedOrderCounts() {
        assertThat(first(event(1, OrderState.PLACED, NOON, null)).difference())
                .isEqualTo(new Contribution(1, 0, 0));
    }

    @Test
    void rejectedOrderIsTakenBack() {
        OrderStep placed = first(event(1, OrderState.PLACED, NOON, null));

        assertThat(next(placed, event(2, OrderState.REJECTED, NOON, null)).difference())
                .isEqualTo(new Contribution(-1, 0, 0));
    }

    @Test
    void ratingOfAnOrderThatNobodyHeardOfCountsWithItsOrder() {
        assertThat(first(event(6, OrderState.DELIVERED, NOON, 4)).difference())
                .isEqualTo(new Contribution(1, 4, 1));
    }

    @Test
    void olderRevisionIsNoNews() {
        OrderStep delivered = first(event(5, OrderState.DELIVERED, NOON, null));

        assertThat(OrderStep.of(delivered.order(), event(2, OrderState.ACCEPTED, NOON, null), NOON))
                .isEmpty();
    }

    @Test
    void unknownOrderCountsAsLongAsItsEventIsKept() {
        Instant changed = NOON.minus(OrderStep.REMEMBERED);

        assertThat(OrderStep.of(null, event(6, OrderState.DELIVERED, changed, 4), NOON))
                .isPresent();
        assertThat(OrderStep.of(null, event(6, OrderState.DELIVERED, changed.minus(MOMENT), 4),
                NOON)).isEmpty();
    }

    @Test
    void orderDoesNotPassToAnotherRestaurant() {
        OrderStep placed = first(event(1, OrderState.PLACED, NOON, null));
        OrderChanged stolen = new OrderChanged(ORDER, new RestaurantId("NG-suya-spot"), 2,
                OrderState.ACCEPTED, naira(1), NOON, NOON, null);

        assertThatThrownBy(() -> OrderStep.of(placed.order(), stolen, NOON))
                .isInstanceOf(MalformedEvent.class).hasMessageContaining("NG-suya-spot");
    }

    private static OrderStep first(OrderChanged event) {
        return OrderStep.of(null, event, NOON).orElseThrow();
    }

    private static OrderStep next(OrderStep before, OrderChanged event) {
        return OrderStep.of(before.order(), event, NOON).orElseThrow();
    }

    private static OrderChanged event(
            int revision, OrderState state, Instant changedAt, @Nullable Integer stars) {
        return new OrderChanged(
                ORDER, MAMA_PUT, revision, state, naira(1), NOON, changedAt, stars);
    }
}
