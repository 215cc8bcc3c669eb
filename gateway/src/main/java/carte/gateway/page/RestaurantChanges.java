package carte.gateway.page;

import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Has those who change a restaurant or its menu see that in lists and pages at once. */
final class RestaurantChanges implements WebFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD,
            HttpMethod.OPTIONS);
    private static final Set<String> RESTAURANTS = Set.of(RouteTable.LIST_TEMPLATE,
            RouteTable.PAGE_TEMPLATE);
    private static final int ID_SEGMENT = 4;

    private final ListReads lists;
    private final RestaurantReads restaurants;

    RestaurantChanges(ListReads lists, RestaurantReads restaurants) {
        this.lists = lists;
        this.restaurants = restaurants;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Runnable change = change(exchange.getRequest());
        if (change == null) {
            return chain.filter(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (mayBeDone(response.getStatusCode())) {
                change.run();
            }
        }));
        return chain.filter(exchange).doOnCancel(change);
    }

    /** Returns what a request that changes something outdates. */
    private @Nullable Runnable change(ServerHttpRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return null;
        }
        String path = request.getPath().value();
        Route route = RouteTable.find(path).orElse(null);
        if (route == null || route.service() != Service.MENU) {
            return null;
        }
        return RESTAURANTS.contains(route.template())
                ? this::restaurantChanged
                : () -> lists.menuChanged(path.split("/", -1)[ID_SEGMENT]);
    }

    private void restaurantChanged() {
        lists.outdate();
        restaurants.outdate();
    }

    /** It is not where the client is said to be wrong, or the service cannot be asked. */
    private static boolean mayBeDone(@Nullable HttpStatusCode status) {
        return status == null
                || !(status.is4xxClientError() || status == HttpStatus.SERVICE_UNAVAILABLE);
    }
}
