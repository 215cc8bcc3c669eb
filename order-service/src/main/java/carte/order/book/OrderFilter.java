package carte.order.book;

import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are asked for, the newest first.
 *
 * @param states those of which an order has one
 * @param after where the orders before have ended, or null to begin with the newest
 * @param most how many at most
 */
public record OrderFilter(
        RestaurantId restaurantId, Set<OrderState> states, @Nullable OrderPosition after,
        int most) {

    /** Copies the states. */
    public OrderFilter {
        states = Set.copyOf(states);
    }
}
