@NullMarked
package carte.kit.startup;

import org.jspecify.annotations.NullMarked;
