package carte.menu.http;

import carte.contracts.menu.RestaurantId;
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

    /** Reads a request; 404 for an id that no restaurant can have, 400 for a malformed key. */
    public static WriteRequest of(
            String restaurantId, ServerHttpRequest request, byte @Nullable [] body) {
        byte[] bytes = bytes(body);
        return new WriteRequest(RestaurantPath.parse(restaurantId), request,
                IdempotencyKey.of(request, bytes).orElse(null), bytes);
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
