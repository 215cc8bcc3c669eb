/** Real PostgreSQL, Redis and Kafka on this machine, without containers, for tests and trials. */
@NullMarked
package carte.embedded;

import org.jspecify.annotations.NullMarked;
