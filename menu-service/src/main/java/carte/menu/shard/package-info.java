/** Which PostgreSQL database owns which countries, and how statements reach it. */
@NullMarked
package carte.menu.shard;

import org.jspecify.annotations.NullMarked;
