package carte.menu.http;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What every write to a restaurant brings along.
 *
 * @param key null if the request may not be sent again
 * @param body empty if there is none; the caller must not change it
 */
// Never compared, only taken apart again.
@SuppressWarnings("ArrayRecordComponent")
public record WriteRequest(
        RestaurantId restaurantId,
        ServerHttpRequest request,
        @Nullable IdempotencyKey key,
        byte[] body) {

    private static final byte[] NO_BODY = {};

    /**
     * Reads a request; 404 for an id that no restaurant can have, 400 for a malformed key and for
     * parameters that are not known: a mistyped one must not change what was not to be changed.
     *
     * @param parameters of the query that are known
     */
    public static WriteRequest of(String restaurantId, ServerHttpRequest request,
            byte @Nullable [] body, String... parameters) {
        requireKnown(request, Set.of(parameters));
        byte[] bytes = bytes(body);
        return new WriteRequest(RestaurantPath.parse(restaurantId), request,
                IdempotencyKey.of(request, bytes).orElse(null), bytes);
    }

    private static void requireKnown(ServerHttpRequest request, Set<String> known) {
        for (String name : request.getQueryParams().keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.of(ProblemType.MALFORMED_REQUEST, "there is no parameter \""
                        + name + "\" here" + (known.isEmpty()
                                ? ""
                                : "; known are " + String.join(", ", known)));
            }
        }
    }

    /** Returns a body as it was sent: empty if there was none. */
    public static byte[] bytes(byte @Nullable [] body) {
        return body == null ? NO_BODY : body;
    }

    /** Returns which versions may be changed; any, unless the request says; 400 if malformed. */
    public IfMatch condition() {
        return IfMatch.of(request.getHeaders()).orElse(IfMatch.ANY);
    }
}
