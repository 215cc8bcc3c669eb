/** Asks menu-service for what the events have not brought. */
@NullMarked
package carte.order.menuservice;

import org.jspecify.annotations.NullMarked;
