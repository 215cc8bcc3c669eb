/** Tests of opening hours. */
@NullMarked
package carte.contracts.restaurant;

import org.jspecify.annotations.NullMarked;
