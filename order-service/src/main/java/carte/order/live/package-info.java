/** What becomes of orders, told to whoever watches them. */
@NullMarked
package carte.order.live;

import org.jspecify.annotations.NullMarked;
