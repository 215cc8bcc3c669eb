package carte.kit.telemetry;

import carte.contracts.http.CarteHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells each caller the trace id of its request (W3C Trace Context, level 2). */
final class TraceResponseFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String trace = TraceParent.current();
        if (trace != null) {
            exchange.getResponse().getHeaders().set(CarteHeaders.TRACE_RESPONSE, trace);
        }
        return chain.filter(exchange);
    }
}
