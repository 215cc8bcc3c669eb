/** Tests of the package of the same name. */
@NullMarked
package carte.menu.restaurant;

import org.jspecify.annotations.NullMarked;
