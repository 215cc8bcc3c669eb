/** How Redis is asked by whoever can do without its answer. */
@NullMarked
package carte.kit.redis;

import org.jspecify.annotations.NullMarked;
