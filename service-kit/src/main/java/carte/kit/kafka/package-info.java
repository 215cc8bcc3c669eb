/** Topics that must be there before anything flows, and the reading of them by no group. */
@NullMarked
package carte.kit.kafka;

import org.jspecify.annotations.NullMarked;
