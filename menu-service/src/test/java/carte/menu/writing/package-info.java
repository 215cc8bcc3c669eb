/** Tests of the package of the same name. */
@NullMarked
package carte.menu.writing;

import org.jspecify.annotations.NullMarked;
