package carte.gateway.route;

import carte.kit.openapi.ApiShapes;
import org.springframework.web.server.WebHandler;

/** Answers the reads of one route by itself instead of passing them on. */
public interface OwnRead extends WebHandler {

    /** Returns the template of the route. */
    String template();

    /** Returns how what it answers looks as JSON. */
    default ApiShapes shapes() {
        return _ -> {
            // Most answer with texts, or with what a service describes.
        };
    }
}
