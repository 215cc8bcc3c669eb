/** Menus as CSV (RFC 4180), for spreadsheets. */
@NullMarked
package carte.menu.exchange.csv;

import org.jspecify.annotations.NullMarked;
