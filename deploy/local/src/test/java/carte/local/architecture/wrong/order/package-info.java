/** Code that breaks the rules, to show that they can be broken. */
@NullMarked
package carte.local.architecture.wrong.order;

import org.jspecify.annotations.NullMarked;
