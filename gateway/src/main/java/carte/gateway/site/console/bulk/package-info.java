/** Many prices changed at once, shown before it is done. */
@NullMarked
package carte.gateway.site.console.bulk;

import org.jspecify.annotations.NullMarked;
