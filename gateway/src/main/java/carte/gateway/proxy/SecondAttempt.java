package carte.gateway.proxy;

import org.springframework.http.HttpMethod;

/** Decides whether a request that failed is sent a second time. */
final class SecondAttempt {

    private SecondAttempt() {}

    /**
     * A read is repeated unless time is what it lacked; an idempotent write only if nothing of it
     * was sent; any other write never: its sender repeats it, with its idempotency key.
     */
    static boolean allowed(HttpMethod method, UpstreamFailure failure) {
        return switch (failure) {
            case NOT_REACHED -> isRead(method) || method.equals(HttpMethod.PUT);
            case CLOSED -> isRead(method);
            case BUSY, GARBLED, TOO_SLOW -> false;
        };
    }

    static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
