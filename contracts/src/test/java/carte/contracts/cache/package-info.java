/** The contract kit of the menu cache, and an in-memory model that passes it. */
@NullMarked
package carte.contracts.cache;

import org.jspecify.annotations.NullMarked;
