package carte.order.book;

import carte.contracts.menu.MenuVersion;
import carte.contracts.order.OrderState;
import carte.order.MamaPut;
import carte.order.access.TokenHash;
import carte.order.pricing.Fulfilment;
import carte.order.pricing.OrderRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders of the pure tests. */
public final class Orders {

    private Orders() {}

    /** Returns Mama Put's order in a state, with or without a rating. */
    public static Order in(OrderState state, @Nullable Integer stars) {
        return new Order(UUID.randomUUID(),
                new OrderRequest(MamaPut.MAMA_PUT, new MenuVersion(7), Fulfilment.PICKUP,
                        List.of()),
                new MenuVersion(7), new Progress(3, state, MamaPut.NOON, stars),
                MamaPut.naira(5), MamaPut.naira(0), MamaPut.NOON, TokenHash.NONE);
    }
}
