/** Tests of the login. */
@NullMarked
package carte.gateway.site.login;

import org.jspecify.annotations.NullMarked;
