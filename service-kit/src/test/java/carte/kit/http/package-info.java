/** Tests of reading request headers. */
@NullMarked
package carte.kit.http;

import org.jspecify.annotations.NullMarked;
