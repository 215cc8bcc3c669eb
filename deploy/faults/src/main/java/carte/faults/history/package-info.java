/** What clients did and what they were shown. */
@NullMarked
package carte.faults.history;

import org.jspecify.annotations.NullMarked;
