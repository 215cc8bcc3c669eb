/** Tests of how the log of menu changes is followed. */
@NullMarked
package carte.gateway.log;

import org.jspecify.annotations.NullMarked;
