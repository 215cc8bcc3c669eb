/** Decides how many second tries there are, and when one is due. */
@NullMarked
package carte.gateway.retry;

import org.jspecify.annotations.NullMarked;
