/** Tests of problem documents. */
@NullMarked
package carte.kit.problem;

import org.jspecify.annotations.NullMarked;
