/** Tests of the data directory. */
@NullMarked
package carte.local.data;

import org.jspecify.annotations.NullMarked;
