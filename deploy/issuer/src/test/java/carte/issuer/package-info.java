/** The key, and what tokens say. */
@NullMarked
package carte.issuer;

import org.jspecify.annotations.NullMarked;
