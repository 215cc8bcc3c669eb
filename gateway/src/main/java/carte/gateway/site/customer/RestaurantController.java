package carte.gateway.site.customer;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.RestaurantId;
import carte.gateway.site.ApiAnswer;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.kit.http.MinVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A restaurant's page, its menu alone for who has the page, and a dish with its choices. */
@Controller
final class RestaurantController {

    private final PublicApi api;
    private final Clock clock;

    RestaurantController(PublicApi api, Clock siteClock) {
        this.api = api;
        this.clock = siteClock;
    }

    @GetMapping("/restaurants/{id}")
    Mono<Rendering> page(@PathVariable String id, ServerWebExchange exchange) {
        return read(id, exchange).map(page -> render("customer/restaurant", page));
    }

    @GetMapping("/restaurants/{id}/menu-fragment")
    Mono<Rendering> menu(@PathVariable String id, ServerWebExchange exchange) {
        return read(id, exchange).map(page -> render("customer/menu :: menu", page));
    }

    @GetMapping("/restaurants/{id}/items/{itemId}")
    Mono<Rendering> item(
            @PathVariable String id, @PathVariable String itemId, ServerWebExchange exchange) {
        boolean alone = exchange.getRequest().getHeaders().containsHeader("HX-Request");
        return read(id, exchange).map(page -> {
            ItemView item = page.item(itemId).orElseThrow(
                    () -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return Rendering.view(alone ? "customer/item :: item" : "customer/item")
                    .modelAttribute("restaurant", page.restaurant())
                    .modelAttribute("item", item)
                    .build();
        });
    }

    private static Rendering render(String view, Page page) {
        Rendering.Builder<?> rendering = Rendering.view(view)
                .modelAttribute("restaurant", page.restaurant())
                .modelAttribute("open", page.restaurant().open());
        page.menu().ifPresent(menu -> rendering.modelAttribute("menu", page.menuView(menu)));
        page.waitingMinutes().ifPresent(
                minutes -> rendering.modelAttribute("waitingMinutes", minutes));
        return rendering.build();
    }

    private Mono<Page> read(String id, ServerWebExchange exchange) {
        RestaurantId known = RestaurantId.parse(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String least = exchange.getRequest().getQueryParams().getFirst(MinVersion.NAME);
        String query = least != null && least.matches("[0-9]{1,18}")
                ? "?" + MinVersion.NAME + "=" + least
                : "";
        Visit visit = Visit.of(exchange);
        return api.get("/api/v1/restaurants/" + known + query, visit)
                .map(answer -> Page.of(answer, clock.instant(), visit.locale()));
    }

    /**
     * What the API says of a restaurant.
     *
     * @param menu nothing while it is not to be had
     */
    private record Page(
            RestaurantView restaurant,
            Optional<MenuDocument> menu,
            Optional<Integer> waitingMinutes,
            Instant now,
            Locale locale) {

        static Page of(ApiAnswer answer, Instant now, Locale locale) {
            if (!answer.isGood() || !answer.body().path("restaurant").isObject()) {
                throw new ResponseStatusException(answer.isGood()
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatusCode.valueOf(answer.status()));
            }
            JsonNode menu = answer.body().path("menu");
            JsonNode minutes = answer.body().path("waitingTime").path("minutes");
            return new Page(
                    RestaurantView.of(answer.body().path("restaurant"), now, locale),
                    menu.isObject()
                            ? Optional.of(ContractJson.mapper()
                                    .treeToValue(menu, MenuDocument.class))
                            : Optional.empty(),
                    minutes.isNumber() ? Optional.of(minutes.asInt()) : Optional.empty(),
                    now, locale);
        }

        MenuView menuView(MenuDocument document) {
            return MenuViews.of(document, restaurant.zone(), now, locale);
        }

        Optional<ItemView> item(String itemId) {
            return menu.flatMap(document -> ItemViews.of(
                    document, itemId, restaurant.zone(), now, locale));
        }
    }
}
