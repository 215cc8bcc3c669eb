package carte.gateway.site.console;

import carte.gateway.site.ApiAnswer;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.gateway.site.login.Admin;
import carte.kit.security.Caller;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Lists the restaurants that somebody may change: their own, or all to an operator. */
@Controller
final class RestaurantsPage {

    private static final String LIST = "/api/v1/restaurants";
    private static final int PAGE = 24;
    private static final int OWN_PAGE = 100;

    private final PublicApi api;

    RestaurantsPage(PublicApi api) {
        this.api = api;
    }

    /**
     * The page.
     *
     * @param next the address of the page behind this one; null on the last
     */
    record View(String admin, boolean operator, List<RestaurantFacts> restaurants, String query,
            String country, @Nullable String next) {}

    @GetMapping("/admin")
    Mono<Rendering> list(Admin admin, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        Visit visit = Visit.of(exchange).as(admin.token());
        return api.get(address(admin.caller(), query), visit)
                .map(answer -> view(admin.caller(), query, answer))
                .map(view -> Rendering.view("console/restaurants")
                        .modelAttribute("view", view).build());
    }

    static String address(Caller caller, MultiValueMap<String, String> query) {
        if (!caller.operator()) {
            return LIST + "?ids=" + own(caller).skip((long) OWN_PAGE * from(query))
                    .limit(OWN_PAGE).collect(Collectors.joining(","));
        }
        String address = LIST + "?limit=" + PAGE;
        for (String name : List.of("q", "country", "cursor")) {
            String value = query.getFirst(name);
            if (value != null && !value.isBlank()) {
                address += "&" + name + "=" + UriUtils.encode(
                        value.strip(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return address;
    }

    private static View view(
            Caller caller, MultiValueMap<String, String> query, ApiAnswer answer) {
        boolean nobody = !caller.operator()
                && own(caller).count() <= (long) OWN_PAGE * from(query);
        if (!nobody && !answer.isGood()) {
            throw Refusals.problem(answer);
        }
        List<RestaurantFacts> restaurants = nobody
                ? List.of()
                : answer.body().path("items").valueStream().map(RestaurantFacts::of).toList();
        return new View(caller.name(), caller.operator(), restaurants, text(query, "q"),
                text(query, "country"), caller.operator()
                        ? next(query, answer.body().path("next").asString(""))
                        : nextOfOwn(caller, from(query)));
    }

    /** Returns the ids of a caller's own restaurants, always in the same order. */
    private static Stream<String> own(Caller caller) {
        return caller.restaurants().stream().map(String::valueOf).sorted();
    }

    /** Returns how many pages of one's own restaurants come before this one. */
    private static int from(MultiValueMap<String, String> query) {
        String page = text(query, "page");
        return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
    }

    static @Nullable String nextOfOwn(Caller caller, int page) {
        return own(caller).count() > (page + 1L) * OWN_PAGE ? "/admin?page=" + (page + 1) : null;
    }

    private static @Nullable String next(MultiValueMap<String, String> query, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/admin");
        for (String name : List.of("q", "country")) {
            if (!text(query, name).isEmpty()) {
                next.queryParam(name, UriUtils.encode(
                        text(query, name), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return next.queryParam("cursor", cursor).build(true).toUriString();
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
