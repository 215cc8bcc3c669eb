/** How a service gets ready, and how it says why it cannot start. */
@NullMarked
package carte.kit.startup;

import org.jspecify.annotations.NullMarked;
