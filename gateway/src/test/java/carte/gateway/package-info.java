/** The gateway as its clients see it, in front of services that can be made to misbehave. */
@NullMarked
package carte.gateway;

import org.jspecify.annotations.NullMarked;
