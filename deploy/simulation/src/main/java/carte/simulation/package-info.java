/** The caching protocol as a world of processes that one seed drives, step by step. */
@NullMarked
package carte.simulation;

import org.jspecify.annotations.NullMarked;
