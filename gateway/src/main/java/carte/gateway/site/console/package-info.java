/** The desk at which a restaurant's people work: what all pages behind the login share. */
@NullMarked
package carte.gateway.site.console;

import org.jspecify.annotations.NullMarked;
