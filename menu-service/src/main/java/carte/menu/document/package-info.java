/** Menu documents that come from outside: read, checked and patched, without any transport. */
@NullMarked
package carte.menu.document;

import org.jspecify.annotations.NullMarked;
