/** Tests of the route table. */
@NullMarked
package carte.gateway.route;

import org.jspecify.annotations.NullMarked;
