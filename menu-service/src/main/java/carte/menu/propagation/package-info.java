/** How far a version of a menu has come: to Kafka, to Redis and to each gateway. */
@NullMarked
package carte.menu.propagation;

import org.jspecify.annotations.NullMarked;
