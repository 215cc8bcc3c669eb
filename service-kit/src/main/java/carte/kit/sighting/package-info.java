/** What is told of changes on their way, for people to look at. */
@NullMarked
package carte.kit.sighting;

import org.jspecify.annotations.NullMarked;
