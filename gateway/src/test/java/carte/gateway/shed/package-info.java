/** Tests of what is decided about a call, without any connection. */
@NullMarked
package carte.gateway.shed;

import org.jspecify.annotations.NullMarked;
