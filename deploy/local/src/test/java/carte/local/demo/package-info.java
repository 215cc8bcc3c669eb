/** Tests of the restaurants to start with. */
@NullMarked
package carte.local.demo;

import org.jspecify.annotations.NullMarked;
