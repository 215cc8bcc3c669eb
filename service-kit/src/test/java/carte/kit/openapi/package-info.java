/** Tests of how calls are described. */
@NullMarked
package carte.kit.openapi;

import org.jspecify.annotations.NullMarked;
