/** Menus as files, round and round, and what is wrong with them. */
@NullMarked
package carte.menu.exchange;

import org.jspecify.annotations.NullMarked;
