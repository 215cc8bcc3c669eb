/** Request headers and parameters that several services read in the same way. */
@NullMarked
package carte.kit.http;

import org.jspecify.annotations.NullMarked;
