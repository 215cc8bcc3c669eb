/** Tests of the settings that are the same in every service. */
@NullMarked
package carte.kit.defaults;

import org.jspecify.annotations.NullMarked;
