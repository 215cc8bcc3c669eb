/** Tests of how Redis is asked. */
@NullMarked
package carte.kit.redis;

import org.jspecify.annotations.NullMarked;
