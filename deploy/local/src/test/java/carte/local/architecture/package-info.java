/** Tests of what may depend on what, over all modules. */
@NullMarked
package carte.local.architecture;

import org.jspecify.annotations.NullMarked;
