/** Loading things that many ask for at once. */
@NullMarked
package carte.kit.load;

import org.jspecify.annotations.NullMarked;
