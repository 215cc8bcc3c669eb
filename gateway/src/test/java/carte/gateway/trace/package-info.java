/** Tests of what is believed of clients. */
@NullMarked
package carte.gateway.trace;

import org.jspecify.annotations.NullMarked;
