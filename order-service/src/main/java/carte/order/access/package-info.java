/** The tokens by which a customer who has no login reads an order. */
@NullMarked
package carte.order.access;

import org.jspecify.annotations.NullMarked;
