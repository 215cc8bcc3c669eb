/** Lunch time: many customers at a steady rate while parts of the suite are slow, gone or new. */
@NullMarked
package carte.faults.lunch;

import org.jspecify.annotations.NullMarked;
