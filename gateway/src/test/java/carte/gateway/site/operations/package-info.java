/** Tests of the operators' page that need no server. */
@NullMarked
package carte.gateway.site.operations;

import org.jspecify.annotations.NullMarked;
