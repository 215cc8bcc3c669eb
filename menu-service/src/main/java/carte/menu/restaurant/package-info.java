/** Restaurants: created, listed, shown, and whether they are open. */
@NullMarked
package carte.menu.restaurant;

import org.jspecify.annotations.NullMarked;
