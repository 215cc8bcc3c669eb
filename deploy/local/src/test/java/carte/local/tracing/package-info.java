/** Tests of the trace viewers. */
@NullMarked
package carte.local.tracing;

import org.jspecify.annotations.NullMarked;
