/** Forwards calls to the services word for word, and says so plainly when a service fails. */
@NullMarked
package carte.gateway.proxy;

import org.jspecify.annotations.NullMarked;
