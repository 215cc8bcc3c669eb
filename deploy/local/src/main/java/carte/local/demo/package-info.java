/** Restaurants and menus to start with: hand-made ones from files, and generated ones. */
@NullMarked
package carte.local.demo;

import org.jspecify.annotations.NullMarked;
