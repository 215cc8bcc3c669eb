/** The OpenAPI document of a service, made from its handlers and records when asked for. */
@NullMarked
package carte.kit.openapi;

import org.jspecify.annotations.NullMarked;
