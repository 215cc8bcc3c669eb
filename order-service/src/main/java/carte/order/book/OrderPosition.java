package carte.order.book;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an order stands among those of its restaurant.
 *
 * @param id tells apart those of the same time
 */
public record OrderPosition(Instant placedAt, UUID id) {

    /** Returns where {@code order} stands. */
    public static OrderPosition of(Order order) {
        return new OrderPosition(order.placedAt(), order.id());
    }
}
