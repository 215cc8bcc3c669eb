/** Whether the service knows enough to take its first order. */
@NullMarked
package carte.order.readiness;

import org.jspecify.annotations.NullMarked;
