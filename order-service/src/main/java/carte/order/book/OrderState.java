package carte.order.book;

/** Where an order is on its way to the customer. */
public enum OrderState {
    /** The customer has ordered; the restaurant has not answered. */
    PLACED
}
