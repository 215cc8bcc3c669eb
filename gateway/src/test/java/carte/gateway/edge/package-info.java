/** Tests of the gateway's kept menus. */
@NullMarked
package carte.gateway.edge;

import org.jspecify.annotations.NullMarked;
