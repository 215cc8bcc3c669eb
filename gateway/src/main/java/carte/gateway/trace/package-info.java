/** What is believed of what clients say about traces. */
@NullMarked
package carte.gateway.trace;

import org.jspecify.annotations.NullMarked;
