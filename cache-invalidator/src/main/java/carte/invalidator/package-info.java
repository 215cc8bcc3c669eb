/** The service that applies menu events to the shared cache. */
@NullMarked
package carte.invalidator;

import org.jspecify.annotations.NullMarked;
