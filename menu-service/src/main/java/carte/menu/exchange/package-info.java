/** Menus as files: exported, and imported from Carte JSON, CSV and JSON-LD. */
@NullMarked
package carte.menu.exchange;

import org.jspecify.annotations.NullMarked;
