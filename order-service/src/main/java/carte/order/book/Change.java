package carte.order.book;

import carte.contracts.order.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an order.
 *
 * @param stars the customer's rating, or null while there is none
 * @param author who wants it so, or null if that is the customer
 */
public record Change(OrderState state, @Nullable Integer stars, @Nullable String author) {}
