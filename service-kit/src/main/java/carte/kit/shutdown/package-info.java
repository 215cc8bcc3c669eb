/** How a service leaves: those who balance over it turn away first, and nobody is cut off. */
@NullMarked
package carte.kit.shutdown;

import org.jspecify.annotations.NullMarked;
