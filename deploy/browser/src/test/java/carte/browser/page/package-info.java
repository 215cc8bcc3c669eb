/** The pages by what people see on them and do with them. */
@NullMarked
package carte.browser.page;

import org.jspecify.annotations.NullMarked;
