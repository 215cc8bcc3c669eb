/** Tests of the copies of the menus. */
@NullMarked
package carte.order.menus;

import org.jspecify.annotations.NullMarked;
