/** The command that starts the whole suite on one machine. */
@NullMarked
package carte.local;

import org.jspecify.annotations.NullMarked;
