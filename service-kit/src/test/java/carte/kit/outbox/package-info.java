/** Tests of the outbox and its relay. */
@NullMarked
package carte.kit.outbox;

import org.jspecify.annotations.NullMarked;
