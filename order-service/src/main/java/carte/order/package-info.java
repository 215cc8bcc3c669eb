/** The service that owns orders. */
@NullMarked
package carte.order;

import org.jspecify.annotations.NullMarked;
