/** The assembled suite under real faults, one at a time, while clients write and read. */
@NullMarked
package carte.faults;

import org.jspecify.annotations.NullMarked;
