/** The database of orders. */
@NullMarked
package carte.order.database;

import org.jspecify.annotations.NullMarked;
