package carte.order.board;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.kit.http.QueryParameters;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.Paged;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.Refuses;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.book.OrderLists;
import carte.order.menus.CurrentMenus;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/restaurants/{id}/orders}. */
@RestController
final class BoardController {

    private final OrderLists orders;
    private final CurrentMenus menus;

    BoardController(OrderLists orders, CurrentMenus menus) {
        this.orders = orders;
        this.menus = menus;
    }

    @PublicCall(id = "listOrders", summary = "Lists a restaurant's orders",
            audience = Audience.ADMINS, description = "The newest first.")
    @Query(name = "state", description = "Only those in one of these states.",
            example = "PLACED,ACCEPTED",
            schema = "{\"type\": \"string\", \"pattern\": \"^" + BoardQuery.STATES + "$\"}")
    @Query(name = "open", description = "Only those that still have something to be done.",
            schema = "{\"type\": \"boolean\", \"default\": false}")
    @Paged
    @Answers(value = BoardPage.class, description = "A page.", example = "orders.json")
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @GetMapping(path = "/api/v1/restaurants/{id}/orders",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> list(@PathVariable String id, ServerHttpRequest request) {
        RestaurantId restaurant = RestaurantId.parse(id).orElseThrow(() -> notFound(id));
        BoardQuery query = BoardQuery.of(new QueryParameters(request.getQueryParams()));
        return PostgresOutage.guard(page(restaurant, query))
                .map(page -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(ContractJson.mapper().writeValueAsBytes(page)));
    }

    private Mono<BoardPage> page(RestaurantId restaurant, BoardQuery query) {
        return orders.list(query.filter(restaurant))
                .collectList()
                .map(found -> BoardPage.of(found, query.limit()))
                .filterWhen(page -> page.items().isEmpty()
                        ? menus.knows(restaurant)
                        : Mono.just(true))
                .switchIfEmpty(Mono.error(() -> notFound(restaurant.value())));
    }

    private static ProblemException notFound(String restaurant) {
        return ProblemException.of(
                ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant " + restaurant);
    }
}
