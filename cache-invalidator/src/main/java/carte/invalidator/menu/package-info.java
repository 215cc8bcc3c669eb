/** Menu events on their way from Kafka to the shared cache. */
@NullMarked
package carte.invalidator.menu;

import org.jspecify.annotations.NullMarked;
