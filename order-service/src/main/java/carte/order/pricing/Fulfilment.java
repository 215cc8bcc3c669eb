package carte.order.pricing;

/** How an order reaches its customer; menus may name a price for each. */
public enum Fulfilment {
    DELIVERY, PICKUP
}
