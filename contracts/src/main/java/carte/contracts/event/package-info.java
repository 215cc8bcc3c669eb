/** Events on Kafka: CloudEvents 1.0 in binary mode, JSON bodies. */
@NullMarked
package carte.contracts.event;

import org.jspecify.annotations.NullMarked;
