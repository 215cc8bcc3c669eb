/** Measures the assembled suite, on loopback, and writes the figures down. */
@NullMarked
package carte.bench;

import org.jspecify.annotations.NullMarked;
