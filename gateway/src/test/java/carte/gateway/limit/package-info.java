/** Tests of what is decided about a call, without any connection. */
@NullMarked
package carte.gateway.limit;

import org.jspecify.annotations.NullMarked;
