/** One PostgreSQL database: its settings, its connections, its migrations. */
@NullMarked
package carte.kit.postgres;

import org.jspecify.annotations.NullMarked;
