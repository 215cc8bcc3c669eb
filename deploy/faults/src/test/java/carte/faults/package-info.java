/** Real faults on the assembled suite. */
@NullMarked
package carte.faults;

import org.jspecify.annotations.NullMarked;
