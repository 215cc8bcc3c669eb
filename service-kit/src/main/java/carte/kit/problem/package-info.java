/** Errors as RFC 9457 problem details, the same in every service. */
@NullMarked
package carte.kit.problem;

import org.jspecify.annotations.NullMarked;
