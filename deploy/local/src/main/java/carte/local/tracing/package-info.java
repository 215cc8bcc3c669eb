/** The trace viewer, and how services are told to send their spans there. */
@NullMarked
package carte.local.tracing;

import org.jspecify.annotations.NullMarked;
