package carte.gateway.page;

import carte.contracts.http.CarteHeaders;
import carte.gateway.edge.AcceptHeader;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.openapi.Answers;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers {@code GET} and {@code HEAD} of a list of restaurants with the menu-service's list, and
 * with what the order-service knows of all that are on it, by one call to each.
 */
@PublicCall(id = "listRestaurants", summary = "Lists restaurants, page by page or by their ids",
        audience = Audience.CUSTOMERS,
        description = "Kept until it could be older than the bound, two seconds by default. Whoever"
                + " changes a restaurant through the same gateway sees it changed at once.",
        parameters = SharedParameter.IF_NONE_MATCH)
@Query(name = "country", description = "ISO 3166-1 alpha-2.", example = "NG",
        schema = PageShapes.COUNTRY_SCHEMA)
@Query(name = "city", description = "In any case.", example = "Lagos",
        schema = PageShapes.TEXT_SCHEMA)
@Query(name = "cuisine", description = "One of the restaurant's cuisines.", example = "nigerian",
        schema = PageShapes.TEXT_SCHEMA)
@Query(name = "q", description = "A text in name, city or cuisines.", example = "mama",
        schema = PageShapes.TEXT_SCHEMA)
@Query(name = "open_now", description = "Whether only open ones are wanted.", example = "false",
        schema = "{\"type\": \"boolean\", \"default\": false}")
@Query(name = "ids", description = "Up to 100 ids, comma separated, without any other parameter:"
        + " those restaurants in that order, but for those that there are not.",
        example = "NG-mama-put-ikeja", schema = PageShapes.IDS_SCHEMA)
@Query(name = "limit", description = "How many at most.", example = "20", schema = """
        {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}""")
@Query(name = "cursor", description = "The `next` of the page before.",
        schema = "{\"type\": \"string\"}")
@Answers(value = PageShapes.RestaurantPage.class, description = "A page.",
        example = "restaurants.json",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.CACHE_STATUS,
                SharedHeader.VARY})
@Answers(status = HttpStatus.NOT_MODIFIED, description = "It is the page you have.",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.CACHE_STATUS,
                SharedHeader.VARY})
final class RestaurantListRead implements OwnRead {

    private final ListReads reads;
    private final JsonAnswer answer;

    RestaurantListRead(ListReads reads, JsonAnswer answer) {
        this.reads = reads;
        this.answer = answer;
    }

    @Override
    public String template() {
        return RouteTable.LIST_TEMPLATE;
    }

    @Override
    public boolean isAtHand(ServerWebExchange exchange) {
        return reads.keeps(exchange.getRequest().getURI().getRawQuery());
    }

    @Override
    public boolean needsService(@Nullable String query) {
        return !reads.isKnown(query);
    }

    @Override
    public ApiShapes shapes() {
        return PageShapes::describe;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        AcceptHeader.require(MediaType.APPLICATION_JSON, exchange.getRequest());
        return reads.of(exchange.getRequest().getURI().getRawQuery())
                .flatMap(list -> send(list, exchange))
                .onErrorResume(Refused.class,
                        refused -> refused.answer().sendTo(exchange.getResponse()));
    }

    private Mono<Void> send(ListReads.Listed list, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(CarteHeaders.CACHE_STATUS,
                list.kept() ? "carte-edge; hit" : "carte-edge; fwd=miss");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return answer.send(list.content(), exchange);
    }
}
