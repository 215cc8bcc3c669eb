/** Tests of what orders are known by. */
@NullMarked
package carte.order.book;

import org.jspecify.annotations.NullMarked;
