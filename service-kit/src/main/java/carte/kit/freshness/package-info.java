/** How old an answer may be, and by whose clock. */
@NullMarked
package carte.kit.freshness;

import org.jspecify.annotations.NullMarked;
