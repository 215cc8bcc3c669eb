package carte.browser.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes restaurants, and changes their menus as another channel than the console does. */
public final class Kitchen {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI site;
    private final Supplier<String> token;

    /** Takes the public address, and an operator's token. */
    public Kitchen(URI site, Supplier<String> token) {
        this.site = site;
        this.token = token;
    }

    /** Opens a restaurant of Lagos that is never closed, with {@link Menus#MAMA_PUT}. */
    public Restaurant openMamaPut() {
        int number = OPENED.incrementAndGet();
        String id = "NG-mama-put-" + number;
        send("POST", "/api/v1/restaurants", """
                {"id": "%s", "name": "Mama Put %d", "country": "NG", "city": "Lagos",
                 "cuisines": ["nigerian"], "currency": "NGN", "timeZone": "Africa/Lagos"}"""
                .formatted(id, number),
                201);
        send("PUT", "/api/v1/restaurants/" + id + "/menu", Menus.MAMA_PUT, 200,
                "If-Match", "\"1\"");
        return new Restaurant(id, "Mama Put " + number);
    }

    /** A restaurant that was made. */
    public record Restaurant(String id, String name) {

        /** Returns the path of its page for customers. */
        public String path() {
            return "/restaurants/" + id;
        }

        /** Returns the path of its page for its own people. */
        public String admin() {
            return "/admin/restaurants/" + id;
        }
    }

    /** Changes a price, in units of a hundredth. */
    public void changePrice(Restaurant restaurant, String item, long amount) {
        changeItem(restaurant, item,
                "{\"price\": {\"amount\": " + amount + ", \"currency\": \"NGN\"}}");
    }

    /** Changes some fields of an item. */
    public void changeItem(Restaurant restaurant, String item, String fields) {
        send("PATCH", "/api/v1/restaurants/" + restaurant.id() + "/menu/items/" + item, fields,
                200);
    }

    /** Returns the menu as it is now. */
    public JsonNode menu(Restaurant restaurant) {
        return send("GET", "/api/v1/restaurants/" + restaurant.id() + "/menu", "", 200);
    }

    /** Returns the orders that a restaurant has, the newest first. */
    public List<JsonNode> orders(Restaurant restaurant) {
        return send("GET", "/api/v1/restaurants/" + restaurant.id() + "/orders", "", 200)
                .path("items").valueStream().toList();
    }

    /** Brings a restaurant's newest order into a state. */
    public void bring(Restaurant restaurant, String state) {
        send("POST", "/api/v1/orders/" + orders(restaurant).getFirst().path("id").asString()
                + "/transitions", "{\"to\": \"" + state + "\"}", 200);
    }

    /** Returns the menu as a file. */
    public String exportCsv(Restaurant restaurant) {
        return sent("GET", "/api/v1/restaurants/" + restaurant.id() + "/menu/export?format=csv",
                "", 200);
    }

    private JsonNode send(
            String method, String path, String body, int status, String... headers) {
        return JSON.readTree(sent(method, path, body, status, headers));
    }

    private String sent(
            String method, String path, String body, int status, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(status);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
