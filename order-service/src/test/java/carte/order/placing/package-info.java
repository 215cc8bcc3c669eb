/** Tests of placing and reading orders. */
@NullMarked
package carte.order.placing;

import org.jspecify.annotations.NullMarked;
