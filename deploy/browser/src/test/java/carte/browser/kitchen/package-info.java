/** Restaurants to try the pages with, made by the public API. */
@NullMarked
package carte.browser.kitchen;

import org.jspecify.annotations.NullMarked;
