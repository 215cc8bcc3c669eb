package carte.gateway.site.customer;

import carte.gateway.site.ApiAnswer;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where restaurants are found: the first page, and the results of a search. */
@Controller
final class SearchController {

    private static final String COUNTRY = "country";
    private static final Duration KEPT = Duration.ofDays(365);

    private final PublicApi api;
    private final CountryGuides guides;
    private final DishSearch dishes;
    private final CustomerSettings settings;
    private final Clock clock;

    SearchController(
            PublicApi api,
            CountryGuides guides,
            DishSearch dishes,
            CustomerSettings settings,
            Clock siteClock) {
        this.api = api;
        this.guides = guides;
        this.dishes = dishes;
        this.settings = settings;
        this.clock = siteClock;
    }

    /** What the first page shows; it is routed apart, because programs get something else. */
    Mono<Map<String, Object>> home(ServerWebExchange exchange) {
        String country = country(exchange);
        Visit visit = Visit.of(exchange);
        Mono<ApiAnswer> popular = api.get("/api/v1/restaurants/popular?country=" + country, visit);
        Mono<ApiAnswer> open = list("&open_now=true", country, visit);
        // At night, what will open in the morning is better than nothing.
        Mono<ApiAnswer> some = open.flatMap(answer -> isOpen(answer)
                ? Mono.just(answer)
                : list("", country, visit));
        return Mono.zip(popular, some, guides.of(country)).map(found -> Map.of(
                "places", Place.of(settings.countries(), country, visit.locale()),
                "country", country,
                "guide", found.getT3(),
                "popular", restaurants(found.getT1(), visit.locale()),
                "open", isOpen(found.getT2()),
                "some", restaurants(found.getT2(), visit.locale()),
                "away", !found.getT2().isGood()));
    }

    private Mono<ApiAnswer> list(String filter, String country, Visit visit) {
        return api.get("/api/v1/restaurants?limit=12&country=" + country + filter, visit);
    }

    private static boolean isOpen(ApiAnswer list) {
        return list.body().path("items").path(0).path("open").asBoolean(false);
    }

    @GetMapping("/restaurants")
    Mono<Rendering> search(ServerWebExchange exchange) {
        Search search = Search.of(exchange.getRequest().getQueryParams(), country(exchange));
        Visit visit = Visit.of(exchange);
        return Mono.zip(api.get(search.apiPath(), visit), guides.of(search.country()),
                dishes.find(search, visit.locale()))
                .map(found -> Rendering.view("customer/search")
                        .modelAttribute("search", search)
                        .modelAttribute("places", Place.of(
                                settings.countries(), search.country(), visit.locale()))
                        .modelAttribute("guide", found.getT2())
                        .modelAttribute("dishes", found.getT3())
                        .modelAttribute("restaurants",
                                restaurants(good(found.getT1()), visit.locale()))
                        .modelAttribute("next",
                                found.getT1().body().path("next").asString(""))
                        .build());
    }

    private static ApiAnswer good(ApiAnswer answer) {
        if (!answer.isGood()) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(answer.status()));
        }
        return answer;
    }

    private List<RestaurantView> restaurants(ApiAnswer answer, Locale locale) {
        return answer.body().path("items").valueStream()
                .map(restaurant -> RestaurantView.of(restaurant, clock.instant(), locale))
                .toList();
    }

    /** Chooses the country, and keeps one that the address names. */
    private String country(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String asked = request.getQueryParams().getFirst(COUNTRY);
        String chosen = Place.choose(asked, kept(request),
                request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE),
                settings.countries());
        if (chosen.equals(asked)) {
            exchange.getResponse().addCookie(ResponseCookie.from(COUNTRY, chosen)
                    .path("/").maxAge(KEPT).sameSite("Lax").httpOnly(true).build());
        }
        return chosen;
    }

    private static @Nullable String kept(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(COUNTRY);
        return cookie == null ? null : cookie.getValue();
    }
}
