/** The one public door: it forwards each call of the public API to the service that owns it. */
@NullMarked
package carte.gateway;

import org.jspecify.annotations.NullMarked;
