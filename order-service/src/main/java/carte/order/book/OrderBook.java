package carte.order.book;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where orders are written down; each call joins the transaction around it. */
public interface OrderBook {

    /** Returns an order, or nothing. */
    Mono<Order> find(UUID id);

    /** Returns the order that a key stands for, or nothing. */
    Mono<KeyedOrder> find(IdempotencyKey key);

    /**
     * Lets the claim's key stand for an order, which is to be written in the same transaction;
     * another transaction that claims the key waits for the end of this one.
     *
     * @return whether the key was free
     */
    Mono<Boolean> claim(Claim claim, UUID orderId);

    /** Writes an order down. */
    Mono<Void> write(Order order);
}
