/** Tests of when an order is rated. */
@NullMarked
package carte.order.rating;

import org.jspecify.annotations.NullMarked;
