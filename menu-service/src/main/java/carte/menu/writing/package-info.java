/** The one way by which a menu becomes its next version. */
@NullMarked
package carte.menu.writing;

import org.jspecify.annotations.NullMarked;
