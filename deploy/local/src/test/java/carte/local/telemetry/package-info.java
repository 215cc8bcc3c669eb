/** The registry of telemetry names, held against the sources. */
@NullMarked
package carte.local.telemetry;

import org.jspecify.annotations.NullMarked;
