/** Tests of the command line. */
@NullMarked
package carte.local;

import org.jspecify.annotations.NullMarked;
