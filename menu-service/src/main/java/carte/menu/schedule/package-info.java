/** Changes that take effect by themselves, and items that return to sale by themselves. */
@NullMarked
package carte.menu.schedule;

import org.jspecify.annotations.NullMarked;
