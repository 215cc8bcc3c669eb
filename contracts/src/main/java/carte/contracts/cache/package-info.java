/** The shared menu cache: its entries, keys, rules and Redis scripts. */
@NullMarked
package carte.contracts.cache;

import org.jspecify.annotations.NullMarked;
