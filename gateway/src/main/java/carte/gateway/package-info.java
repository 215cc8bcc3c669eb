/** The one public door: it knows the public API and forwards each call to the service that owns it. */
@NullMarked
package carte.gateway;

import org.jspecify.annotations.NullMarked;
