package carte.gateway.proxy;

import carte.gateway.limit.RateLimit;
import carte.gateway.route.OwnRead;
import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Hands each call that is in the route table to the proxy of its service. */
final class RouteMapping extends AbstractHandlerMapping {

    private final Map<Service, ServiceProxy> proxies;
    private final Map<String, OwnRead> ownReads;
    private final Map<Route, PathPattern> patterns;
    private final RateLimit rateLimit;

    RouteMapping(
            Map<Service, ServiceProxy> proxies, List<OwnRead> ownReads, RateLimit rateLimit) {
        this.proxies = proxies;
        this.rateLimit = rateLimit;
        this.ownReads = ownReads.stream()
                .collect(Collectors.toMap(OwnRead::template, Function.identity()));
        this.patterns = RouteTable.routes().stream().collect(Collectors.toMap(
                Function.identity(),
                route -> PathPatternParser.defaultInstance.parse(route.template())));
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return Mono.justOrEmpty(RouteTable.find(path)).map(route -> handler(route, exchange));
    }

    private WebHandler handler(Route route, ServerWebExchange exchange) {
        nameForTelemetry(route, exchange);
        if (!route.methods().contains(exchange.getRequest().getMethod())) {
            throw new MethodNotAllowedException(
                    exchange.getRequest().getMethod(), route.methods());
        }
        OwnRead ownRead = ownReads.get(route.template());
        if (ownRead != null && SecondAttempt.isRead(exchange.getRequest().getMethod())) {
            return ownRead.isAtHand(exchange) ? ownRead : limited(ownRead);
        }
        ServiceProxy proxy = Objects.requireNonNull(proxies.get(route.service()));
        return limited(passedOn -> proxy.passOn(route, passedOn));
    }

    private WebHandler limited(WebHandler handler) {
        return exchange -> rateLimit.admit(exchange)
                .then(Mono.defer(() -> handler.handle(exchange)));
    }

    // Spans and metrics are named after the template, not after each restaurant.
    private void nameForTelemetry(Route route, ServerWebExchange exchange) {
        PathPattern pattern = Objects.requireNonNull(patterns.get(route));
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(route.template()));
    }
}
