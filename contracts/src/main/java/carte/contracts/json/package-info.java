/** The one JSON dialect of every wire: RFC 3339 times, unknown fields ignored. */
@NullMarked
package carte.contracts.json;

import org.jspecify.annotations.NullMarked;
