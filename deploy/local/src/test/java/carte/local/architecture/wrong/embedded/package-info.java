/** Code that breaks the rules, to show that they can be broken. */
@NullMarked
package carte.local.architecture.wrong.embedded;

import org.jspecify.annotations.NullMarked;
