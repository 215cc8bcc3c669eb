package carte.gateway.route;

import carte.kit.openapi.ApiShapes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/** Answers the reads of one route by itself instead of passing them on. */
public interface OwnRead extends WebHandler {

    /** Returns the template of the route. */
    String template();

    /** Tells whether the answer is at hand, so that no client's rate has to be limited. */
    default boolean isAtHand(ServerWebExchange exchange) {
        return false;
    }

    /**
     * Tells whether there is no answer at all without the service that the route names.
     *
     * @param query of the request as it came, null if it has none
     */
    default boolean needsService(@Nullable String query) {
        return false;
    }

    /** Returns how what it answers looks as JSON. */
    default ApiShapes shapes() {
        return _ -> {
            // Most answer with texts, or with what a service describes.
        };
    }
}
