/** Windows of a real browser, and what is noticed in each of them. */
@NullMarked
package carte.browser.window;

import org.jspecify.annotations.NullMarked;
