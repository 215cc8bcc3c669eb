/** How a service says why it cannot start. */
@NullMarked
package carte.kit.startup;

import org.jspecify.annotations.NullMarked;
