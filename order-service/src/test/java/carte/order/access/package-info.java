/** Tests of access tokens. */
@NullMarked
package carte.order.access;

import org.jspecify.annotations.NullMarked;
