/** Tests of the copies of the restaurants. */
@NullMarked
package carte.order.restaurants;

import org.jspecify.annotations.NullMarked;
