package carte.gateway.page;

import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.edge.AcceptHeader;
import carte.gateway.edge.MenuPart;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.http.MinVersion;
import carte.kit.openapi.Answers;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Answers {@code GET} and {@code HEAD} of a restaurant's page. */
@PublicCall(id = "readRestaurant", summary = "Shows all about a restaurant",
        audience = Audience.CUSTOMERS,
        description = "Restaurant, menu, popularity and waiting time, none of them older than the"
                + " bound, two seconds by default. What cannot be had in time is null and named in"
                + " `unavailable`. `Menu-Version`, `As-Of` and `Cache-Status` speak of the menu,"
                + " and are absent without one.",
        parameters = {SharedParameter.MIN_VERSION, SharedParameter.IF_NONE_MATCH,
                SharedParameter.ACCEPT_LANGUAGE})
@Answers(value = PageShapes.RestaurantView.class, description = "The page.", example = "page.json",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.VARY},
        perhaps = {SharedHeader.MENU_VERSION, SharedHeader.AS_OF, SharedHeader.CACHE_STATUS,
                SharedHeader.CONTENT_LANGUAGE})
@Answers(status = HttpStatus.NOT_MODIFIED, description = "It is the page you have.",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.VARY},
        perhaps = {SharedHeader.MENU_VERSION, SharedHeader.AS_OF, SharedHeader.CACHE_STATUS,
                SharedHeader.CONTENT_LANGUAGE})
@Refuses(ProblemType.RESTAURANT_NOT_FOUND)
final class RestaurantPageRead implements OwnRead {

    private static final String VARY = HttpHeaders.ACCEPT_ENCODING + ", "
            + HttpHeaders.ACCEPT_LANGUAGE;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final PageReads reads;
    private final JsonAnswer answer;
    private final PageMeters meters;

    RestaurantPageRead(PageReads reads, JsonAnswer answer, PageMeters meters) {
        this.reads = reads;
        this.answer = answer;
        this.meters = meters;
    }

    @Override
    public String template() {
        return RouteTable.PAGE_TEMPLATE;
    }

    @Override
    public ApiShapes shapes() {
        return PageShapes::describe;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        MenuVersion least = MinVersion.of(request.getQueryParams().get(MinVersion.NAME));
        AcceptHeader.require(MediaType.APPLICATION_JSON, request);
        String path = request.getPath().value();
        String id = path.substring(path.lastIndexOf('/') + 1);
        RestaurantId known = RestaurantId.parse(id).orElseThrow(() -> notFound(id));
        return reads.read(known, least, request.getHeaders().getOrEmpty(
                HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(parts -> answer(known, least, parts, exchange));
    }

    private Mono<Void> answer(
            RestaurantId id, MenuVersion least, PageParts parts, ServerWebExchange exchange) {
        if (parts.isUnknown()) {
            return Mono.error(notFound(id.value()));
        }
        if (!least.equals(MenuVersion.NONE)
                && parts.menu() instanceof Part.Failed<MenuPart.Document>(Throwable reason)) {
            // Who asks for a version asks for a menu.
            return reason instanceof Refused refused
                    ? refused.answer().sendTo(exchange.getResponse())
                    : Mono.error(reason);
        }
        if (!parts.isShown()) {
            return Mono.error(ProblemException.unavailable("neither the restaurant " + id
                    + " nor its menu is to be had", RETRY_AFTER, null));
        }
        addHeaders(parts.menu().orNull(), exchange.getResponse());
        meters.shown(parts);
        return answer.send(PageBody.of(parts), exchange);
    }

    private static void addHeaders(
            MenuPart.@Nullable Document menu, ServerHttpResponse response) {
        HttpServerResponse out = ServerHttpResponseDecorator.getNativeResponse(response);
        if (menu == null) {
            out.responseHeaders().set(HttpHeaderNames.VARY, VARY);
        } else {
            menu.addTo(out.responseHeaders());
            // A purge by it would be of the menu only, and a page is more.
            out.responseHeaders().remove(CarteHeaders.SURROGATE_KEY);
        }
    }

    private static ProblemException notFound(String id) {
        return ProblemException.of(
                ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant \"" + id + "\"");
    }
}
