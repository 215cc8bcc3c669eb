/** Content that is the same for everybody, ready to be sent. */
@NullMarked
package carte.gateway.file;

import org.jspecify.annotations.NullMarked;
