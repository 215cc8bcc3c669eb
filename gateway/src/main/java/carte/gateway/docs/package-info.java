/** The OpenAPI document of the whole public API, and pages to read it with. */
@NullMarked
package carte.gateway.docs;

import org.jspecify.annotations.NullMarked;
