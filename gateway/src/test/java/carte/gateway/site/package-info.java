/** Tests of what all pages share. */
@NullMarked
package carte.gateway.site;

import org.jspecify.annotations.NullMarked;
