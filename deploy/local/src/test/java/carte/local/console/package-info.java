/** Tests of what the person at the terminal is told. */
@NullMarked
package carte.local.console;

import org.jspecify.annotations.NullMarked;
