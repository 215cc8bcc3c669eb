/** The relay from the outbox of orders to the topic of order events. */
@NullMarked
package carte.order.relay;

import org.jspecify.annotations.NullMarked;
