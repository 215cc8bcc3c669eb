/** The embedded servers under real clients, closed, killed, and abandoned by their owners. */
@NullMarked
package carte.embedded;

import org.jspecify.annotations.NullMarked;
