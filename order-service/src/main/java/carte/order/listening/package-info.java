/** How events are read from Kafka: each again and again until what it tells is written. */
@NullMarked
package carte.order.listening;

import org.jspecify.annotations.NullMarked;
