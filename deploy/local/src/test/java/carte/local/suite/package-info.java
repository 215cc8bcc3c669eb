/** Tests of the suite's parts. */
@NullMarked
package carte.local.suite;

import org.jspecify.annotations.NullMarked;
