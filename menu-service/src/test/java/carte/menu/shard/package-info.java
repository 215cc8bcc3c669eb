/** Tests of the package of the same name. */
@NullMarked
package carte.menu.shard;

import org.jspecify.annotations.NullMarked;
