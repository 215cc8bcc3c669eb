/** The restaurant that the tests order from, and the service they run against. */
@NullMarked
package carte.order;

import org.jspecify.annotations.NullMarked;
