/** Tests of child processes. */
@NullMarked
package carte.local.process;

import org.jspecify.annotations.NullMarked;
