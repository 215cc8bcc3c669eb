/** The topics that must be there before anything flows. */
@NullMarked
package carte.kit.kafka;

import org.jspecify.annotations.NullMarked;
