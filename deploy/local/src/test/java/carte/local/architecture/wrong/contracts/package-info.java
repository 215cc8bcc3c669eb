/** Code that breaks the rules, to show that they can be broken. */
@NullMarked
package carte.local.architecture.wrong.contracts;

import org.jspecify.annotations.NullMarked;
