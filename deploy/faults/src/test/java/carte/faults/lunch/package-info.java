@NullMarked
package carte.faults.lunch;

import org.jspecify.annotations.NullMarked;
