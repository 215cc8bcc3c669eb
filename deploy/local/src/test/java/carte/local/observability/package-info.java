/** What deploy/observability configures, held together with itself and with what services show. */
@NullMarked
package carte.local.observability;

import org.jspecify.annotations.NullMarked;
