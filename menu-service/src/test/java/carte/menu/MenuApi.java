package carte.menu;

import carte.kit.security.TestIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP interface as a client sees it, and restaurants that people remember. Whatever changes
 * or asks is an operator, unless told otherwise.
 */
public final class MenuApi {

    /** A path under which restaurants are. */
    public static final String RESTAURANTS = "/api/v1/restaurants";

    /** A menu of two sections: rice with jollof, and grill with suya in a nested section. */
    public static final String TWO_DISHES = """
            {"currency": "NGN", "sections": [
              {"id": "rice", "name": "Rice", "items": [
                {"id": "jollof", "name": "Jollof rice",
                 "price": {"amount": 250000, "currency": "NGN"}, "modifierGroups": ["protein"]}]},
              {"id": "grill", "name": "Grill", "sections": [
                {"id": "sticks", "name": "On sticks", "items": [
                  {"id": "suya", "name": "Suya", "description": "With yaji",
                   "price": {"amount": 180000, "currency": "NGN"}}]}]}],
             "modifierGroups": [{"id": "protein", "name": "Protein", "min": 0, "max": 2,
               "options": [{"id": "chicken", "name": "Chicken", "max": 2,
                            "price": {"amount": 80000, "currency": "NGN"}}]}]}""";

    private static final AtomicInteger RESTAURANT = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final WebTestClient client;
    private final String authorization;

    MenuApi(int port) {
        this("http://127.0.0.1:" + port,
                "Bearer " + TestIssuer.shared().signer().operator());
    }

    private MenuApi(String base, String authorization) {
        this.base = base;
        this.authorization = authorization;
        // The default asks for gzip and hides that it got it.
        this.client = WebTestClient
                .bindToServer(new ReactorClientHttpConnector(HttpClient.create()))
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
    }

    /** Returns the same for whoever has this token; an empty one is not sent. */
    public MenuApi as(String token) {
        return new MenuApi(base, token.isEmpty() ? "" : "Bearer " + token);
    }

    /** An answer, read whole. */
    public record Answer(int status, HttpHeaders headers, String body) {

        /** Returns the body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** Returns a header's value, or an empty text. */
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        /** Returns the number in {@code Menu-Version}. */
        public long version() {
            return Long.parseLong(header("Menu-Version"));
        }
    }

    /** Returns an id that no other test of this JVM uses. */
    public static String freshId(String country) {
        return country + "-mama-put-" + RESTAURANT.incrementAndGet();
    }

    /** Creates a restaurant in Lagos with an empty menu, and returns its id. */
    public String createMamaPut() {
        String id = freshId("NG");
        Answer answer = send(HttpMethod.POST, RESTAURANTS, mamaPut(id));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return id;
    }

    /** Creates a restaurant whose menu is {@link #TWO_DISHES}, version 2, and returns its id. */
    public String createMamaPutWithMenu() {
        String id = createMamaPut();
        Answer answer = send(HttpMethod.PUT, menuOf(id), TWO_DISHES, "If-Match", "\"1\"");
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return id;
    }

    /** Returns the body that creates Mama Put in Lagos. */
    public static String mamaPut(String id) {
        return """
                {"id": "%s", "name": "Mama Put", "country": "NG", "city": "Lagos",
                 "cuisines": ["nigerian"], "currency": "NGN", "timeZone": "Africa/Lagos",
                 "location": {"lat": 6.6018, "lon": 3.3515},
                 "openingHours": [{"days": ["MON", "TUE"], "from": "10:00", "to": "23:00"}],
                 "specialDays": [{"date": "2026-12-25", "closed": true}]}""".formatted(id);
    }

    /** Returns the path of a menu. */
    public static String menuOf(String id) {
        return RESTAURANTS + "/" + id + "/menu";
    }

    /** Returns the path of an item. */
    public static String itemOf(String id, String item) {
        return menuOf(id) + "/items/" + item;
    }

    /** Sends a request without a body; headers as name, value, … */
    public Answer get(String path, String... headers) {
        return exchange(HttpMethod.GET, path, null, headers);
    }

    /** Sends a request with a JSON body, unless another Content-Type is among the headers. */
    public Answer send(HttpMethod method, String path, String body, String... headers) {
        return exchange(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Changes fields of an item. */
    public Answer patch(String id, String item, String body, String... headers) {
        return send(HttpMethod.PATCH, itemOf(id, item), body, headers);
    }

    /** Sends a request and returns the answer with its bytes as they came. */
    public EntityExchangeResult<byte[]> raw(
            HttpMethod method, String path, byte[] body, String... headers) {
        var request = client.method(method).uri(URI.create(base + path));
        if (!authorization.isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equals(HttpHeaders.CONTENT_TYPE);
        }
        if (body.length > 0 && !typed) {
            request.header(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        WebTestClient.RequestHeadersSpec<?> spec = body.length == 0
                ? request
                : request.bodyValue(body);
        return spec.exchange().expectBody(byte[].class).returnResult();
    }

    private Answer exchange(
            HttpMethod method, String path, byte @Nullable [] body,
            String... headers) {
        var result = raw(method, path, body == null ? new byte[0] : body, headers);
        byte[] bytes = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(),
                bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }
}
