/** The directory in which everything that outlives a run is kept. */
@NullMarked
package carte.local.data;

import org.jspecify.annotations.NullMarked;
