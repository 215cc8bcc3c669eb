package carte.order.book;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import carte.order.access.TokenHash;
import carte.order.pricing.OrderRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * An order as it was placed, and what has become of it.
 *
 * @param request what the customer asked for; its prices are the ones that were agreed
 * @param pricedBy the version of the menu that the order was priced by
 * @param total what the customer pays, tax included
 * @param tax the part of the total that is tax
 */
public record Order(
        UUID id,
        OrderRequest request,
        MenuVersion pricedBy,
        Progress progress,
        Money total,
        Money tax,
        Instant placedAt,
        TokenHash tokenHash) {

    /** Returns who makes it. */
    public RestaurantId restaurantId() {
        return request.restaurantId();
    }

    /** Returns where it is on its way. */
    public OrderState state() {
        return progress.state();
    }

    Order with(Progress later) {
        return new Order(id, request, pricedBy, later, total, tax, placedAt, tokenHash);
    }

    /** Returns what others are told of its latest change. */
    OrderChanged event() {
        return new OrderChanged(id, restaurantId(), progress.revision(), progress.state(), total,
                placedAt, progress.changedAt(), progress.stars());
    }
}
