/** Tests of the merged OpenAPI document. */
@NullMarked
package carte.gateway.docs;

import org.jspecify.annotations.NullMarked;
