/** Digests, by which bytes are recognised. */
@NullMarked
package carte.kit.digest;

import org.jspecify.annotations.NullMarked;
