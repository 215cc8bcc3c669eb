/** Tests of what services say of themselves. */
@NullMarked
package carte.kit.telemetry;

import org.jspecify.annotations.NullMarked;
