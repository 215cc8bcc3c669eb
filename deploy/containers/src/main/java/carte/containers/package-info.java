/** PostgreSQL, Redis and Kafka in containers, in place of those of {@code deploy/embedded}. */
@NullMarked
package carte.containers;

import org.jspecify.annotations.NullMarked;
