package carte.order.book;

/** An order that a key stands for, with the fingerprint of the request that placed it. */
public record KeyedOrder(Fingerprint fingerprint, Order order) {}
