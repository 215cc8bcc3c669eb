/** Tests of the menu document's value types. */
@NullMarked
package carte.contracts.menu;

import org.jspecify.annotations.NullMarked;
