/** Who changed what when, how fast it was seen, and the way back. */
@NullMarked
package carte.gateway.site.console.history;

import org.jspecify.annotations.NullMarked;
