package carte.gateway.page;

import carte.contracts.http.CarteHeaders;
import carte.contracts.http.Rfc3339;
import carte.gateway.edge.AcceptHeader;
import carte.gateway.page.PopularReads.Popular;
import carte.gateway.route.OwnRead;
import carte.gateway.route.RouteTable;
import carte.kit.openapi.Answers;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers {@code GET} and {@code HEAD} of a country's most popular restaurants. */
@PublicCall(id = "listPopularRestaurants", summary = "Ranks the restaurants of a country",
        audience = Audience.CUSTOMERS,
        description = "Up to ten with a mean rating of 4.5 or more, by the orders of the last 30"
                + " days. Never older than the bound, two seconds by default, unless"
                + " `Cache-Status` says that it is stale.",
        parameters = SharedParameter.IF_NONE_MATCH)
@Query(name = "country", description = "ISO 3166-1 alpha-2.", example = "NG", required = true,
        schema = PageShapes.COUNTRY_SCHEMA)
@Answers(value = PageShapes.PopularRestaurants.class, description = "The first one first.",
        example = "popular.json", headers = {SharedHeader.CONTENT_TAG, SharedHeader.AS_OF,
                SharedHeader.CACHE_STATUS, SharedHeader.VARY})
@Answers(status = HttpStatus.NOT_MODIFIED, description = "It is the ranking you have.",
        headers = {SharedHeader.CONTENT_TAG, SharedHeader.AS_OF, SharedHeader.CACHE_STATUS,
                SharedHeader.VARY})
final class PopularRead implements OwnRead {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final PopularReads reads;
    private final JsonAnswer answer;

    PopularRead(PopularReads reads, JsonAnswer answer) {
        this.reads = reads;
        this.answer = answer;
    }

    @Override
    public String template() {
        return RouteTable.POPULAR_TEMPLATE;
    }

    @Override
    public ApiShapes shapes() {
        return PageShapes::describe;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        String country = country(exchange.getRequest().getQueryParams().get("country"));
        AcceptHeader.require(MediaType.APPLICATION_JSON, exchange.getRequest());
        return reads.of(country).flatMap(popular -> {
            addHeaders(popular, exchange.getResponse().getHeaders());
            return answer.send(popular.content(), exchange);
        });
    }

    private static String country(@Nullable List<@Nullable String> values) {
        String value = values == null || values.size() != 1 ? null : values.getFirst();
        if (value == null || !COUNTRY.matcher(value).matches()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    "country: expected two capital letters such as NG, once");
        }
        return value;
    }

    private static void addHeaders(Popular popular, HttpHeaders headers) {
        headers.set(CarteHeaders.AS_OF, Rfc3339.millis(popular.asOf()));
        headers.set(CarteHeaders.CACHE_STATUS, popular.cacheStatus());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        Duration staleFor = popular.staleFor();
        if (staleFor != null) {
            headers.set(HttpHeaders.AGE, Long.toString(staleFor.toSeconds()));
        }
    }
}
