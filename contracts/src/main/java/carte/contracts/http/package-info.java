/** The HTTP headers that services, gateway and clients agree on. */
@NullMarked
package carte.contracts.http;

import org.jspecify.annotations.NullMarked;
