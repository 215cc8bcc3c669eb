package carte.order.pricing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.util.List;

/**
 * What a customer asks for.
 *
 * @param menuVersion the version of the menu that the customer saw
 * @param lines at least one
 */
public record OrderRequest(
        RestaurantId restaurantId,
        MenuVersion menuVersion,
        Fulfilment fulfilment,
        List<OrderLine> lines) {

    /** Copies the lines. */
    public OrderRequest {
        lines = List.copyOf(lines);
    }
}
