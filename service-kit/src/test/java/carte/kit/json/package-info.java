/** Tests of reading bodies. */
@NullMarked
package carte.kit.json;

import org.jspecify.annotations.NullMarked;
