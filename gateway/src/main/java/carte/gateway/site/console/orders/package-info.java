/** The orders that a restaurant has to do with now. */
@NullMarked
package carte.gateway.site.console.orders;

import org.jspecify.annotations.NullMarked;
