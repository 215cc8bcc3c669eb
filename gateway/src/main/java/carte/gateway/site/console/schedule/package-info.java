/** Changes that take effect by themselves at a time. */
@NullMarked
package carte.gateway.site.console.schedule;

import org.jspecify.annotations.NullMarked;
