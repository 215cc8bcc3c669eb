/** Judges a history; knows nothing of caches. */
@NullMarked
package carte.faults.check;

import org.jspecify.annotations.NullMarked;
