package carte.gateway.page;

import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Has those who change a restaurant see it changed, before what is kept of it would be too old. */
final class RestaurantChanges implements WebFilter {

    private static final Set<HttpMethod> CHANGING = Set.of(HttpMethod.POST, HttpMethod.PATCH);
    private static final Set<String> RESTAURANTS = Set.of(RouteTable.LIST_TEMPLATE,
            RouteTable.PAGE_TEMPLATE);

    private final List<Runnable> outdate;

    /** Takes what is to be done before the answer to a change is sent. */
    RestaurantChanges(Runnable... outdate) {
        this.outdate = List.of(outdate);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isChange(exchange.getRequest())) {
            ServerHttpResponse response = exchange.getResponse();
            response.beforeCommit(() -> Mono.fromRunnable(() -> answered(response)));
        }
        return chain.filter(exchange);
    }

    /** Whether it was carried out is certain only where the client is said to be wrong. */
    private void answered(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (status == null || !status.is4xxClientError()) {
            outdate.forEach(Runnable::run);
        }
    }

    private static boolean isChange(ServerHttpRequest request) {
        return CHANGING.contains(request.getMethod())
                && RouteTable.find(request.getPath().value()).map(Route::template)
                        .filter(RESTAURANTS::contains).isPresent();
    }
}
