package carte.contracts.event;

import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order is since its latest change: all of it that others may know, so that a reader who
 * missed earlier changes misses nothing.
 *
 * @param revision 1 when the order is placed, one more at each change, a rating included
 * @param total what the customer pays
 * @param changedAt when this revision was made, by the clock of the orders' database
 * @param stars the customer's rating, 1 to 5, or null while there is none
 */
public record OrderChanged(
        UUID orderId,
        RestaurantId restaurantId,
        int revision,
        OrderState state,
        Money total,
        Instant placedAt,
        Instant changedAt,
        @Nullable Integer stars) {

    /** The best rating. */
    public static final int MOST_STARS = 5;

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public OrderChanged {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: expected at least 1: " + revision);
        }
        if (stars != null && (stars < 1 || stars > MOST_STARS)) {
            throw new IllegalArgumentException("stars: expected 1 to 5: " + stars);
        }
    }
}
