/** Reading an order with its token. */
@NullMarked
package carte.order.reading;

import org.jspecify.annotations.NullMarked;
