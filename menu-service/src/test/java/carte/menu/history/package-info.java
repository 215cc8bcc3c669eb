/** Tests of the package of the same name. */
@NullMarked
package carte.menu.history;

import org.jspecify.annotations.NullMarked;
