/** What a restaurant's people see of its orders. */
@NullMarked
package carte.order.board;

import org.jspecify.annotations.NullMarked;
