/** The service as a whole, on real servers. */
@NullMarked
package carte.menu;

import org.jspecify.annotations.NullMarked;
