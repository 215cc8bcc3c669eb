/** What services say of themselves: the trace id of each answer. */
@NullMarked
package carte.kit.telemetry;

import org.jspecify.annotations.NullMarked;
