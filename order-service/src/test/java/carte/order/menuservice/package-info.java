/** Tests of asking menu-service. */
@NullMarked
package carte.order.menuservice;

import org.jspecify.annotations.NullMarked;
