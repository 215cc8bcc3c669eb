/** Menus that come as files, and what they would change. */
@NullMarked
package carte.gateway.site.console.exchange;

import org.jspecify.annotations.NullMarked;
