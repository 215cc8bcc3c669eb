/** Tests of what is told of changes on their way. */
@NullMarked
package carte.kit.sighting;

import org.jspecify.annotations.NullMarked;
