/** Tests of database settings. */
@NullMarked
package carte.kit.postgres;

import org.jspecify.annotations.NullMarked;
