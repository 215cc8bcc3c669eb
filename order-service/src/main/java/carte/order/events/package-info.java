/** How events are read from Kafka: each again and again until what it tells is written. */
@NullMarked
package carte.order.events;

import org.jspecify.annotations.NullMarked;
