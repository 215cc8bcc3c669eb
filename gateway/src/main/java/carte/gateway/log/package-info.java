/** The log of menu changes, followed by each gateway on its own. */
@NullMarked
package carte.gateway.log;

import org.jspecify.annotations.NullMarked;
