/** Who makes a request and what they may do. */
@NullMarked
package carte.kit.security;

import org.jspecify.annotations.NullMarked;
