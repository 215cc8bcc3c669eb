/** Tests of {@code carte.order.listening}. */
@NullMarked
package carte.order.listening;

import org.jspecify.annotations.NullMarked;
