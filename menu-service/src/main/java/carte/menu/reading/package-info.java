/** The menu as customers read it: from Redis, else from the primary. */
@NullMarked
package carte.menu.reading;

import org.jspecify.annotations.NullMarked;
