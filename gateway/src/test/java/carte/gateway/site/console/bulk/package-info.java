/** Tests of changes of many prices. */
@NullMarked
package carte.gateway.site.console.bulk;

import org.jspecify.annotations.NullMarked;
