/** Tests of how far versions are said to have come. */
@NullMarked
package carte.menu.propagation;

import org.jspecify.annotations.NullMarked;
