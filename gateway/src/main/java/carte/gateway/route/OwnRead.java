package carte.gateway.route;

import org.springframework.web.server.WebHandler;

/** Answers the reads of one route by itself instead of passing them on. */
public interface OwnRead extends WebHandler {

    /** Returns the template of the route. */
    String template();
}
