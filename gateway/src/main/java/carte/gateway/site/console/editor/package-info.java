/** The menu as its owner works on it: prices, names, what is sold out, the order of things. */
@NullMarked
package carte.gateway.site.console.editor;

import org.jspecify.annotations.NullMarked;
