package carte.gateway.proxy;

import carte.gateway.limit.LimitSettings;
import carte.gateway.route.Route;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Has clients' calls answered by one service. */
final class ServiceProxy {

    private static final byte[] NO_BODY = {};

    private final Upstream upstream;
    private final Duration answerTimeout;
    private final LimitSettings limits;
    private final Streams streams;

    ServiceProxy(
            Upstream upstream,
            Duration answerTimeout,
            LimitSettings limits,
            Streams streams) {
        this.upstream = upstream;
        this.answerTimeout = answerTimeout;
        this.limits = limits;
        this.streams = streams;
    }

    Mono<Void> passOn(Route route, ServerWebExchange exchange) {
        if (SecondAttempt.isRead(exchange.getRequest().getMethod())) {
            return forward(new Call(route, exchange, NO_BODY));
        }
        return RequestBody.read(exchange.getRequest(), limits)
                .flatMap(body -> forward(new Call(route, exchange, body)));
    }

    private Mono<Void> forward(Call call) {
        return upstream.ask(call, begun -> new Passing(call, begun, streams).run(answerTimeout));
    }
}
