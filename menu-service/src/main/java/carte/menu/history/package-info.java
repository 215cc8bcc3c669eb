/** What versions of a menu there were, how they differ, and the way back to one. */
@NullMarked
package carte.menu.history;

import org.jspecify.annotations.NullMarked;
