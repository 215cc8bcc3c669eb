/** When restaurants are open, kept from their events. */
@NullMarked
package carte.order.restaurants;

import org.jspecify.annotations.NullMarked;
