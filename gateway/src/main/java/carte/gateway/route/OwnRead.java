package carte.gateway.route;

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
}
