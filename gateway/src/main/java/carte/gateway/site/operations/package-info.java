/** The operators' page: how fresh everything is, where answers come from, what has gone wrong. */
@NullMarked
package carte.gateway.site.operations;

import org.jspecify.annotations.NullMarked;
