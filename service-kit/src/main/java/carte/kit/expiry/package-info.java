/** Rows that are kept for some time only. */
@NullMarked
package carte.kit.expiry;

import org.jspecify.annotations.NullMarked;
