/** What services say of themselves, by registered names: traces and measurements. */
@NullMarked
package carte.kit.telemetry;

import org.jspecify.annotations.NullMarked;
