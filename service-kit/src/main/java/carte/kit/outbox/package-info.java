/** Events that commit with the change they tell of, and the relay that publishes them in order. */
@NullMarked
package carte.kit.outbox;

import org.jspecify.annotations.NullMarked;
