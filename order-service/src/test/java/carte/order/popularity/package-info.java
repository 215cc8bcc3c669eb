/** Tests of {@code carte.order.popularity}. */
@NullMarked
package carte.order.popularity;

import org.jspecify.annotations.NullMarked;
