@NullMarked
package carte.kit.shutdown;

import org.jspecify.annotations.NullMarked;
