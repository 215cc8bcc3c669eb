/** Decides how many calls a service is given at once, and how long the others wait. */
@NullMarked
package carte.gateway.shed;

import org.jspecify.annotations.NullMarked;
