@NullMarked
package carte.bench;

import org.jspecify.annotations.NullMarked;
