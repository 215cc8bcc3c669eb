/** What an order is outside the service that owns it. */
@NullMarked
package carte.contracts.order;

import org.jspecify.annotations.NullMarked;
