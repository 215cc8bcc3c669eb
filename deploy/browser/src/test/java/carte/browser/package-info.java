/** What people do in the pages of the running suite, one story for each test. */
@NullMarked
package carte.browser;

import org.jspecify.annotations.NullMarked;
