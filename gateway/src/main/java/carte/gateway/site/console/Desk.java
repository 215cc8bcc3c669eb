package carte.gateway.site.console;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.gateway.site.ApiAnswer;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.gateway.site.login.Admin;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One restaurant as an admin works on it: calls of the public API in their name. */
public final class Desk {

    private static final String API = "/api/v1/restaurants";
    private static final String ANY_LANGUAGE = "*";

    private final PublicApi api;
    private final RestaurantId id;
    private final Admin admin;
    private final Visit visit;

    Desk(PublicApi api, RestaurantId id, Admin admin, Visit visit) {
        this.api = api;
        this.id = id;
        this.admin = admin;
        this.visit = visit;
    }

    /** Returns the restaurant's id. */
    public RestaurantId id() {
        return id;
    }

    /** Returns who works at it. */
    public Admin admin() {
        return admin;
    }

    /** Returns the language of the pages, as it is written where the restaurant is. */
    public Locale locale() {
        return Locale.of(visit.locale().getLanguage(), id.country());
    }

    /** Returns the address of the editor, or of a page below it. */
    public String path(String below) {
        return "/admin/restaurants/" + id + below;
    }

    /** Reads the restaurant. */
    public Mono<RestaurantFacts> restaurant() {
        return api.get(API + "?ids=" + id, visit)
                .map(Desk::orThrow)
                .map(answer -> answer.body().path("items").path(0))
                .filter(JsonNode::isObject)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant " + id)))
                .map(RestaurantFacts::of);
    }

    /** Reads the newest menu in its own words, as the database has it. */
    public Mono<ObjectNode> menu() {
        return read("/menu/export?format=json").map(answer -> (ObjectNode) answer.body());
    }

    /**
     * Reads the menu as customers have it but in its own words, for what has to be read often.
     * There is nothing in it where it cannot be had.
     */
    public Mono<ObjectNode> shownMenu() {
        return api.send(HttpMethod.GET, API + "/" + id + "/menu", null,
                Map.of(HttpHeaders.ACCEPT_LANGUAGE, ANY_LANGUAGE), visit)
                .filter(ApiAnswer::isGood)
                .map(ApiAnswer::body)
                .ofType(ObjectNode.class)
                .switchIfEmpty(Mono.fromSupplier(ContractJson.mapper()::createObjectNode));
    }

    /**
     * Reads something of the restaurant.
     *
     * @param below the rest of the path
     * @throws ProblemException through the result, if it is refused
     */
    public Mono<ApiAnswer> read(String below) {
        return api.get(API + "/" + id + below, visit).map(Desk::orThrow);
    }

    /** Writes something of the restaurant; a refusal is an answer, too. */
    public Mono<ApiAnswer> write(
            HttpMethod method, String below, @Nullable Object body, Map<String, String> headers) {
        return api.send(method, API + "/" + id + below, body, headers, visit);
    }

    /** Writes something if the menu is still at a version. */
    public Mono<ApiAnswer> writeAt(
            long version, HttpMethod method, String below, @Nullable Object body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        return write(method, below, body, headers);
    }

    /** Brings an order of the restaurant to another state. */
    public Mono<ApiAnswer> moveOrder(String order, Object transition) {
        return api.send(HttpMethod.POST, "/api/v1/orders/" + order + "/transitions", transition,
                Map.of(), visit);
    }

    private static ApiAnswer orThrow(ApiAnswer answer) {
        if (answer.status() >= 400) {
            throw Refusals.problem(answer);
        }
        return answer;
    }
}
