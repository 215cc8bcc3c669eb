/** Tests of the pages of customers. */
@NullMarked
package carte.gateway.site.customer;

import org.jspecify.annotations.NullMarked;
