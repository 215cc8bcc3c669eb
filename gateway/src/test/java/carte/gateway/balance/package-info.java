/** Tests of what is decided about a call, without any connection. */
@NullMarked
package carte.gateway.balance;

import org.jspecify.annotations.NullMarked;
