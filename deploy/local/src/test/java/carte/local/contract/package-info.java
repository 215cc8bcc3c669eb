/** Requests made from the OpenAPI document, and answers held against it. */
@NullMarked
package carte.local.contract;

import org.jspecify.annotations.NullMarked;
