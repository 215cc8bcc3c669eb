/** Tests of the event formats: golden files, malformed records, the published document. */
@NullMarked
package carte.contracts.event;

import org.jspecify.annotations.NullMarked;
