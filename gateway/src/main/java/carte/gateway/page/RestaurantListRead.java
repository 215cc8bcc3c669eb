package carte.gateway.page;

import carte.contracts.json.ContractJson;
import carte.gateway.edge.AcceptHeader;
import carte.gateway.proxy.WholeAnswer;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import carte.kit.openapi.Answers;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers {@code GET} and {@code HEAD} of a list of restaurants with the menu-service's list, and
 * with what the order-service knows of all that are on it, by one call to each.
 */
@PublicCall(id = "listRestaurants", summary = "Lists restaurants, page by page or by their ids",
        audience = Audience.CUSTOMERS, parameters = SharedParameter.IF_NONE_MATCH)
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
        example = "restaurants.json", headers = {SharedHeader.CONTENT_TAG, SharedHeader.VARY})
@Answers(status = HttpStatus.NOT_MODIFIED, description = "It is the page you have.",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.VARY})
final class RestaurantListRead implements OwnRead {

    private final Function<String, Mono<WholeAnswer>> menuService;
    private final Function<List<String>, Mono<Map<String, Popularity>>> popularities;
    private final JsonAnswer answer;

    /** Takes what reads a target from the menu-service, and what finds figures by ids. */
    RestaurantListRead(
            Function<String, Mono<WholeAnswer>> menuService,
            Function<List<String>, Mono<Map<String, Popularity>>> popularities,
            JsonAnswer answer) {
        this.menuService = menuService;
        this.popularities = popularities;
        this.answer = answer;
    }

    @Override
    public String template() {
        return RouteTable.LIST_TEMPLATE;
    }

    @Override
    public boolean needsService() {
        return true;
    }

    @Override
    public ApiShapes shapes() {
        return PageShapes::describe;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        AcceptHeader.require(MediaType.APPLICATION_JSON, exchange.getRequest());
        String query = exchange.getRequest().getURI().getRawQuery();
        return menuService.apply(RouteTable.LIST_TEMPLATE + (query == null ? "" : "?" + query))
                .flatMap(answer -> answer.status() == 200
                        ? send(answer, exchange)
                        : answer.sendTo(exchange.getResponse()));
    }

    private Mono<Void> send(WholeAnswer menus, ServerWebExchange exchange) {
        ObjectNode list = ServiceJson.read(Service.MENU.title(), menus, ObjectNode.class);
        return rated(list).flatMap(content -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            return answer.send(content, exchange);
        });
    }

    private Mono<Content> rated(ObjectNode list) {
        Restaurants restaurants = Restaurants.of(list);
        Mono<Map<String, Popularity>> asked = restaurants.items().isEmpty()
                ? Mono.just(Map.of())
                : popularities.apply(restaurants.ids());
        return Part.of(asked).map(figures -> content(list, restaurants, figures));
    }

    /** Returns the list with what is known of each restaurant. */
    static Content content(
            ObjectNode list, Restaurants restaurants, Part<Map<String, Popularity>> figures) {
        Map<String, Popularity> known = figures.orNull();
        ObjectNode rated = ContractJson.mapper().createObjectNode();
        ArrayNode items = rated.putArray("items");
        restaurants.items().forEach(restaurant -> items.add(Ratings.rated(restaurant,
                known == null ? null : known.get(Restaurants.id(restaurant)))));
        rated.set("next", list.path("next").isString() ? list.get("next") : null);
        ArrayNode unavailable = rated.putArray("unavailable");
        if (known == null) {
            unavailable.add(PageParts.POPULARITY);
        }
        return Content.of(ContractJson.mapper().writeValueAsBytes(rated));
    }
}
