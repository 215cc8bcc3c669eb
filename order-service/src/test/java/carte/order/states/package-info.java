/** Tests of what may become of an order, and by whom. */
@NullMarked
package carte.order.states;

import org.jspecify.annotations.NullMarked;
