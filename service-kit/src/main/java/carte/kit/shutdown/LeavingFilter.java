package carte.kit.shutdown;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes who asks, and has no connection kept by a service that leaves. */
final class LeavingFilter implements WebFilter {

    private static final String READINESS = "/readyz";
    private static final String LIVENESS = "/livez";
    private static final String ACTUATOR = "/actuator/";

    private final Leaving leaving;

    LeavingFilter(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (path.equals(READINESS)) {
            leaving.watched();
        } else if (leaving.hasBegun() && !path.equals(LIVENESS) && !path.startsWith(ACTUATOR)) {
            leaving.served();
        }
        if (leaving.hasBegun()) {
            // A client that sent its next request into the closing would not know its fate.
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return chain.filter(exchange);
    }
}
