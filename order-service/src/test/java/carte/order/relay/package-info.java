/** Tests of how orders' changes come to Kafka. */
@NullMarked
package carte.order.relay;

import org.jspecify.annotations.NullMarked;
