package carte.order.book;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import carte.order.access.AccessToken;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderLine;
import carte.order.pricing.OrderRequest;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer reads it.
 *
 * @param revision 1 when it was placed, one more at each change
 * @param changedAt when this revision was made
 * @param stars what the customer gave; left out while there is no rating
 * @param accessToken only in the answer to the placing
 */
public record OrderAnswer(
        UUID id,
        RestaurantId restaurantId,
        MenuVersion menuVersion,
        Fulfilment fulfilment,
        List<OrderLine> lines,
        OrderState state,
        Money total,
        Money tax,
        Instant placedAt,
        int revision,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer stars,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String accessToken) {

    /** Returns the answer to who reads {@code order}. */
    public static OrderAnswer of(Order order) {
        return of(order, null);
    }

    /** Returns the answer to who placed {@code order}, if {@code token} is still its token. */
    public static OrderAnswer of(Order order, @Nullable AccessToken token) {
        OrderRequest request = order.request();
        return new OrderAnswer(
                order.id(),
                request.restaurantId(),
                request.menuVersion(),
                request.fulfilment(),
                request.lines(),
                order.state(),
                order.total(),
                order.tax(),
                order.placedAt(),
                order.progress().revision(),
                order.progress().changedAt(),
                order.progress().stars(),
                token != null && order.tokenHash().isOf(token) ? token.value() : null);
    }

    /** Returns the JSON document. */
    public byte[] toJson() {
        return ContractJson.mapper().writeValueAsBytes(this);
    }
}
