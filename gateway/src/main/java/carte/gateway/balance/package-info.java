/** Decides which instance of a service is asked, and leaves out those that fail. */
@NullMarked
package carte.gateway.balance;

import org.jspecify.annotations.NullMarked;
