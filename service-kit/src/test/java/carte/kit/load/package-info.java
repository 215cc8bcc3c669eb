/** Tests of shared loads. */
@NullMarked
package carte.kit.load;

import org.jspecify.annotations.NullMarked;
