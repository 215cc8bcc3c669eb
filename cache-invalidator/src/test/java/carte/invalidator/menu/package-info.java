/** Tests of the way of menu events to the shared cache. */
@NullMarked
package carte.invalidator.menu;

import org.jspecify.annotations.NullMarked;
