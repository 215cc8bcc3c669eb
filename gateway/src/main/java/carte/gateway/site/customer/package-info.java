/** The pages of customers: to choose a restaurant, order from its menu and follow the order. */
@NullMarked
package carte.gateway.site.customer;

import org.jspecify.annotations.NullMarked;
