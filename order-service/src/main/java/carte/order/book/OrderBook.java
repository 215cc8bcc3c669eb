package carte.order.book;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Where orders are written down; each call joins the transaction around it. What happens to an
 * order, the history of it and the event that tells of it are written together or not at all.
 */
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

    /** Writes down that an order was placed, and returns it with the time of the database. */
    Mono<Order> write(Order order);

    /**
     * Changes an order as {@code decision} says, while everybody else who wants to change it waits.
     *
     * @return the order as it is then, or nothing if there is none
     */
    Mono<Order> change(UUID id, Decision decision);
}
