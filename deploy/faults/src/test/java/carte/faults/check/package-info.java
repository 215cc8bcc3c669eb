/** The judge is judged. */
@NullMarked
package carte.faults.check;

import org.jspecify.annotations.NullMarked;
