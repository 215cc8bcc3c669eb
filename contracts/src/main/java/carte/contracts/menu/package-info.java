/** The menu document as customers, caches and other services see it. */
@NullMarked
package carte.contracts.menu;

import org.jspecify.annotations.NullMarked;
