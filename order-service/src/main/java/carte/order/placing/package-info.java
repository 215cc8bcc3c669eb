/** Placing an order: reading it, pricing it, writing it down once. */
@NullMarked
package carte.order.placing;

import org.jspecify.annotations.NullMarked;
