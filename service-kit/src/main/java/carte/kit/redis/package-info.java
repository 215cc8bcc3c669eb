/** How Redis is asked: the driver as services have it, and commands nobody waits for long. */
@NullMarked
package carte.kit.redis;

import org.jspecify.annotations.NullMarked;
