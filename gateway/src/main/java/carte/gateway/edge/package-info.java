/** Menus ready to be sent, kept as long as the log of changes vouches for them. */
@NullMarked
package carte.gateway.edge;

import org.jspecify.annotations.NullMarked;
