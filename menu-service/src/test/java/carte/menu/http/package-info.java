/** Tests of the package of the same name. */
@NullMarked
package carte.menu.http;

import org.jspecify.annotations.NullMarked;
