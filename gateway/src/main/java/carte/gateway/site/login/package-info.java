/** Who has logged in to the pages behind the login, and that nobody else sees them. */
@NullMarked
package carte.gateway.site.login;

import org.jspecify.annotations.NullMarked;
