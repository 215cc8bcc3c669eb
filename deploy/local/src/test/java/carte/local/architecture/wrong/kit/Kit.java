package carte.local.architecture.wrong.kit;

import carte.local.architecture.wrong.order.Orders;

/** Knows a service. */
public class Kit {

    Orders orders() {
        return new Orders();
    }
}
