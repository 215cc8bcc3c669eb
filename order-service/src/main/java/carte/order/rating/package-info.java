/** What the customer says of an order in the end. */
@NullMarked
package carte.order.rating;

import org.jspecify.annotations.NullMarked;
