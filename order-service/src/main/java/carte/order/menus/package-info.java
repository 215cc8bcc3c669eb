/** The service's own copies of the menus, kept from the topic of menu changes. */
@NullMarked
package carte.order.menus;

import org.jspecify.annotations.NullMarked;
