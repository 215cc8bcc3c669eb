/** The service that owns restaurants and menus. */
@NullMarked
package carte.menu;

import org.jspecify.annotations.NullMarked;
