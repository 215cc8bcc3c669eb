/** The protocol holds, and every variant that is wrong on purpose is caught. */
@NullMarked
package carte.simulation;

import org.jspecify.annotations.NullMarked;
