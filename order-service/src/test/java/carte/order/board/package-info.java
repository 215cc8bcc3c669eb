/** Tests of what a restaurant sees of its orders. */
@NullMarked
package carte.order.board;

import org.jspecify.annotations.NullMarked;
