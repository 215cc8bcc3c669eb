package carte.gateway.proxy;

import org.springframework.http.HttpMethod;

/** Decides whether a request that failed is sent a second time. */
final class SecondAttempt {

    private SecondAttempt() {}

    /**
     * Where no connection was made nothing was sent, so anything is repeated. What may have been
     * done is repeated only if it does no harm: a read, or a write whose key keeps the service from
     * doing it twice. Where time is what was lacking, nothing is.
     *
     * @param hasKey whether there is an idempotency key
     */
    static boolean allowed(HttpMethod method, boolean hasKey, UpstreamFailure failure) {
        return switch (failure) {
            case NOT_REACHED -> true;
            case CLOSED -> isRead(method) || hasKey;
            case BUSY, GARBLED, TOO_SLOW -> false;
        };
    }

    static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
