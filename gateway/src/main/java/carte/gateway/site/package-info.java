/** What all pages share: how they read the public API, are rendered and are sent. */
@NullMarked
package carte.gateway.site;

import org.jspecify.annotations.NullMarked;
