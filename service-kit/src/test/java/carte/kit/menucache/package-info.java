/** Tests of the menu cache on Redis. */
@NullMarked
package carte.kit.menucache;

import org.jspecify.annotations.NullMarked;
