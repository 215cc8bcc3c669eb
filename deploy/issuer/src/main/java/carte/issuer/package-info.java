/** An OpenID Connect issuer for one machine: gives everybody who asks the token they ask for. */
@NullMarked
package carte.issuer;

import org.jspecify.annotations.NullMarked;
