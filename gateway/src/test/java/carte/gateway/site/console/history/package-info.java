/** Tests of the history's pages. */
@NullMarked
package carte.gateway.site.console.history;

import org.jspecify.annotations.NullMarked;
