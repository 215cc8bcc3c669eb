/** Tests of the order board. */
@NullMarked
package carte.gateway.site.console.orders;

import org.jspecify.annotations.NullMarked;
