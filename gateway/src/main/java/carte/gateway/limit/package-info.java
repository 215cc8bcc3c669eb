/** What clients may send, how much of it, and how slowly. */
@NullMarked
package carte.gateway.limit;

import org.jspecify.annotations.NullMarked;
