/** Who makes a request and what they may do: tests, and tokens for the tests of other modules. */
@NullMarked
package carte.kit.security;

import org.jspecify.annotations.NullMarked;
