/** Pages of several parts, without servers. */
@NullMarked
package carte.gateway.page;

import org.jspecify.annotations.NullMarked;
