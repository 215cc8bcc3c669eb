package carte.order.book;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.order.OrderState;
import carte.order.access.TokenHash;
import carte.order.pricing.OrderRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * An order as it was placed.
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
        OrderState state,
        Money total,
        Money tax,
        Instant placedAt,
        TokenHash tokenHash) {}
