/** The suite as a library: servers and services of one run, and what may be done to them. */
@NullMarked
package carte.local.suite;

import org.jspecify.annotations.NullMarked;
