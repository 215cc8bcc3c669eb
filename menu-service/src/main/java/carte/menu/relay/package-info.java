/** One relay per shard, from its outbox to Kafka. */
@NullMarked
package carte.menu.relay;

import org.jspecify.annotations.NullMarked;
