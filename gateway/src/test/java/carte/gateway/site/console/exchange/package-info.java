/** Tests of uploads. */
@NullMarked
package carte.gateway.site.console.exchange;

import org.jspecify.annotations.NullMarked;
