/** Tests of the package of the same name. */
@NullMarked
package carte.menu.document;

import org.jspecify.annotations.NullMarked;
