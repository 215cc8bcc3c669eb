package carte.menu.restaurant;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import carte.menu.shard.Shards;
import carte.menu.writing.MenuWrites;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Creates, shows and lists restaurants. */
@RestController
@RequestMapping(path = RestaurantApi.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class RestaurantApi {

    static final String PATH = "/api/v1/restaurants";

    private final Shards shards;
    private final MenuWrites writes;
    private final RestaurantRows rows;
    private final RestaurantList list;
    private final RestaurantEvents events;
    private final Clock clock;

    RestaurantApi(Shards shards, MenuWrites writes, DatabaseClient database, RestaurantList list,
            RestaurantEvents events, Clock clock) {
        this.shards = shards;
        this.writes = writes;
        this.rows = new RestaurantRows(database);
        this.list = list;
        this.events = events;
        this.clock = clock;
    }

    @PublicCall(id = "createRestaurant", summary = "Creates a restaurant with an empty menu",
            audience = Audience.OPERATORS, parameters = SharedParameter.IDEMPOTENCY_KEY)
    @Takes(value = NewRestaurant.class, example = "new-restaurant.json")
    @Answers(status = HttpStatus.CREATED, value = RestaurantJson.class,
            description = "The new restaurant; its menu has version 1.",
            example = "restaurant.json", headers = {
                    SharedHeader.LOCATION, SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @Refuses(ProblemType.RESTAURANT_EXISTS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> create(
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] bytes = WriteRequest.bytes(body);
        IdempotencyKey key = IdempotencyKey.of(request, bytes).orElse(null);
        RestaurantDetails details = RestaurantReader.read(bytes, shards.map());
        RestaurantId id = details.id();
        return Mono.justOrEmpty(shards.of(id))
                .flatMap(shard -> writes.create(
                        id, details.currency(), shard, key, caller.name(),
                        rows.insert(details).flatMap(now -> events
                                .announce(Restaurant.created(details), now).thenReturn(now))))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.RESTAURANT_EXISTS,
                        "there is a restaurant \"" + id + "\" already")))
                .map(_ -> created(details));
    }

    /** The gateway's own call, which adds what the order-service knows, is described there. */
    @GetMapping
    Mono<byte[]> list(ServerHttpRequest request) {
        List<RestaurantId> ids = RestaurantIds.of(request.getQueryParams());
        Mono<RestaurantPage> page = ids.isEmpty()
                ? list.page(RestaurantQuery.of(request.getQueryParams()))
                : list.of(ids);
        return page.map(this::listed);
    }

    /** A part of the gateway's own call, which is described there. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> show(@PathVariable String id) {
        RestaurantId restaurantId = RestaurantPath.parse(id);
        return Mono.justOrEmpty(shards.of(restaurantId))
                .flatMap(shard -> shards.in(shard, rows.find(restaurantId)))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(restaurantId)))
                .map(restaurant -> ResponseEntity.ok()
                        .header(CarteHeaders.MENU_VERSION, restaurant.menuVersion().toString())
                        .header(CarteHeaders.RESTAURANT_REVISION,
                                Long.toString(restaurant.revision()))
                        .body(RestaurantJson.of(restaurant, clock.instant()).utf8()));
    }

    private ResponseEntity<byte[]> created(RestaurantDetails details) {
        Restaurant restaurant = Restaurant.created(details);
        return ResponseEntity.created(URI.create(PATH + "/" + details.id()))
                .eTag(MenuVersion.FIRST.entityTag())
                .header(CarteHeaders.MENU_VERSION, MenuVersion.FIRST.toString())
                .body(RestaurantJson.of(restaurant, clock.instant()).utf8());
    }

    record PageJson(List<RestaurantJson> items, @Nullable String next) {}

    private byte[] listed(RestaurantPage page) {
        Instant now = clock.instant();
        List<RestaurantJson> items = page.items().stream()
                .map(restaurant -> RestaurantJson.of(restaurant, now))
                .toList();
        Cursor next = page.next();
        return ContractJson.mapper().writeValueAsBytes(
                new PageJson(items, next == null ? null : next.text()));
    }
}
