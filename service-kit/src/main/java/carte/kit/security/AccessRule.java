package carte.kit.security;

import carte.contracts.menu.RestaurantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may make which call: the same rule in the gateway and in every service. What customers may do
 * is listed; all else of a restaurant is its own people's, and what the rule does not know is
 * nobody's.
 */
public final class AccessRule {

    private static final String RESTAURANTS = "/api/v1/restaurants";
    private static final String ORDERS = "/api/v1/orders";

    private static final List<CallPattern> OPEN = List.of(
            CallPattern.of(HttpMethod.GET, RESTAURANTS),
            CallPattern.of(HttpMethod.GET, RESTAURANTS + "/popular"),
            CallPattern.of(HttpMethod.GET, RESTAURANTS + "/{id}"),
            CallPattern.of(HttpMethod.GET, RESTAURANTS + "/{id}/menu"),
            CallPattern.of(HttpMethod.GET, RESTAURANTS + "/{id}/events"),
            // An order's own token is no JWT: the order-service knows it.
            CallPattern.of(HttpMethod.POST, ORDERS),
            CallPattern.of(HttpMethod.GET, ORDERS + "/{id}"),
            CallPattern.of(HttpMethod.GET, ORDERS + "/{id}/events"),
            CallPattern.of(HttpMethod.POST, ORDERS + "/{id}/rating"),
            // Between services: the gateway has no such route.
            CallPattern.of(HttpMethod.GET, "/api/v1/popularity"),
            CallPattern.of(HttpMethod.GET, "/"),
            CallPattern.of(HttpMethod.GET, "/openapi.json"),
            CallPattern.of(HttpMethod.GET, "/docs/**"),
            CallPattern.of(HttpMethod.GET, "/readyz"),
            CallPattern.of(HttpMethod.GET, "/livez"),
            // Answered on the management port only.
            CallPattern.of(HttpMethod.GET, "/actuator/**"));
    private static final CallPattern OPENING = CallPattern.of(HttpMethod.POST, RESTAURANTS);
    private static final CallPattern TRANSITION = CallPattern
            .of(HttpMethod.POST, ORDERS + "/{id}/transitions");
    private static final List<String> RESTAURANT = CallPattern.segments(RESTAURANTS + "/");
    private static final int ID = RESTAURANT.size() - 1;

    private AccessRule() {}

    /**
     * Decides on a call.
     *
     * @param path as it was sent, without the query
     * @param caller null if there is no token
     */
    public static AccessDecision decide(HttpMethod method, String path, @Nullable Caller caller) {
        List<String> segments = CallPattern.segments(path);
        if (OPEN.stream().anyMatch(open -> open.matches(method, segments))) {
            return AccessDecision.ALLOWED;
        }
        if (caller == null) {
            return AccessDecision.TOKEN_NEEDED;
        }
        if (OPENING.matches(method, segments)) {
            return allowedIf(caller.operator(), "only an operator may open a restaurant");
        }
        if (TRANSITION.matches(method, segments)) {
            // Whose order it is only the order-service knows.
            return allowedIf(caller.operator() || !caller.restaurants().isEmpty(),
                    "the token names no restaurant");
        }
        return isBelowRestaurant(segments)
                ? decide(RestaurantId.parse(segments.get(ID)), caller)
                : new AccessDecision.Forbidden("nobody may do this");
    }

    private static AccessDecision decide(Optional<RestaurantId> restaurant, Caller caller) {
        // An address that names no restaurant leads an operator to a 404.
        boolean allowed = caller.operator() || restaurant.filter(caller::mayTouch).isPresent();
        return allowedIf(allowed, restaurant.map(id -> "the token is not one for " + id)
                .orElse("the token is for other restaurants"));
    }

    private static boolean isBelowRestaurant(List<String> segments) {
        return segments.size() > ID && segments.subList(0, ID).equals(RESTAURANT.subList(0, ID));
    }

    private static AccessDecision allowedIf(boolean allowed, String otherwise) {
        return allowed ? AccessDecision.ALLOWED : new AccessDecision.Forbidden(otherwise);
    }
}
