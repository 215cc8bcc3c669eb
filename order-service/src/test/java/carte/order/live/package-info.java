/** Tests of what those who watch an order are told. */
@NullMarked
package carte.order.live;

import org.jspecify.annotations.NullMarked;
