/** Tests of the package of the same name. */
@NullMarked
package carte.menu.reading;

import org.jspecify.annotations.NullMarked;
