/** Tests of readiness. */
@NullMarked
package carte.order.readiness;

import org.jspecify.annotations.NullMarked;
