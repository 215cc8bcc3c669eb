/** Tests of what the console's pages share. */
@NullMarked
package carte.gateway.site.console;

import org.jspecify.annotations.NullMarked;
