/** Tests of the package of the same name. */
@NullMarked
package carte.menu.schedule;

import org.jspecify.annotations.NullMarked;
