package carte.order.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.Money;
import carte.contracts.order.OrderState;
import carte.order.OrderLog;
import carte.order.RunningOrderService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What becomes of an order and the event that tells of it are committed together. */
class OrderEventsIT extends RunningOrderService {

    @Autowired
    private OrderEvents events;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void placingAnOrderIsItsFirstRevision() {
        Placed order = place();

        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).hasSize(1));
        OrderChanged event = OrderLog.of(kitchen).getFirst();
        assertThat(event).isEqualTo(new OrderChanged(order.uuid(), kitchen, 1, OrderState.PLACED,
                new Money(PRICE, "NGN"), Instant.parse(order.placedAt()), event.changedAt(),
                null));
        assertThat(Duration.between(event.placedAt(), event.changedAt()).abs())
                .isLessThan(Duration.ofMinutes(1));
        await().until(() -> rows("outbox") == 0);
    }

    @Test
    void anOrderThatIsRefusedIsNoEvent() {
        client("").post().uri("/api/v1/orders")
                .bodyValue("{}").exchange().expectStatus().is4xxClientError();
        place();

        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).hasSize(1));
    }

    @Test
    void anEventNeverStandsWithoutATransaction() {
        OrderChanged event = unheardOf();

        assertThatThrownBy(() -> events.append(event).block())
                .isInstanceOf(NoTransactionException.class);
        assertThatThrownBy(() -> transaction.transactional(events.append(event)
                .then(Mono.error(new IllegalStateException("undone"))))
                .block()).hasMessage("undone");

        place();
        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).isNotEmpty());
        assertThat(revisions()).containsExactly(1);
    }

    private OrderChanged unheardOf() {
        return new OrderChanged(UUID.randomUUID(), kitchen, 2, OrderState.ACCEPTED,
                new Money(1, "NGN"), Instant.EPOCH, Instant.EPOCH, null);
    }

    private List<Integer> revisions() {
        return OrderLog.of(kitchen).stream().map(OrderChanged::revision).toList();
    }
}
