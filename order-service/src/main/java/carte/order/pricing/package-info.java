/** What an order costs by a menu, or why it cannot be had: pure functions, free of transport. */
@NullMarked
package carte.order.pricing;

import org.jspecify.annotations.NullMarked;
