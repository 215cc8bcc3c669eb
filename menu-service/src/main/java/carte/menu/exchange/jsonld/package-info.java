/** Menus as schema.org JSON-LD, for the web. */
@NullMarked
package carte.menu.exchange.jsonld;

import org.jspecify.annotations.NullMarked;
