/** Reading an order, and who may. */
@NullMarked
package carte.order.reading;

import org.jspecify.annotations.NullMarked;
