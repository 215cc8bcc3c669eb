/** The public API as a table: which paths and methods there are and which service answers them. */
@NullMarked
package carte.gateway.route;

import org.jspecify.annotations.NullMarked;
