/** What all HTTP adapters of this service read from headers and addresses. */
@NullMarked
package carte.menu.http;

import org.jspecify.annotations.NullMarked;
