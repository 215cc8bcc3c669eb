/** The assembled suite, used as its users use it: separate JVMs, real servers, one public port. */
@NullMarked
package carte.local.endtoend;

import org.jspecify.annotations.NullMarked;
