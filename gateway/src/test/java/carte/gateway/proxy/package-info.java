/** Tests of what is decided about a call, without any connection. */
@NullMarked
package carte.gateway.proxy;

import org.jspecify.annotations.NullMarked;
