/** How an order comes from one state to the next. */
@NullMarked
package carte.order.states;

import org.jspecify.annotations.NullMarked;
