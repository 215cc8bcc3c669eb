/** Strict reading of JSON bodies: every fault at once, each with its place. */
@NullMarked
package carte.kit.json;

import org.jspecify.annotations.NullMarked;
