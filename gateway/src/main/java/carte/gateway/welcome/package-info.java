/** What somebody sees who opens the bare address, and what the log says when it is open. */
@NullMarked
package carte.gateway.welcome;

import org.jspecify.annotations.NullMarked;
