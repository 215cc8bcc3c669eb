package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as somebody with a token sees it through one base address. */
final class PublicApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Supplier<String> token;

    /** An empty token is not sent. */
    PublicApi(String base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Status, headers and body of an answer. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        long menuVersion() {
            assertThat(header("Menu-Version")).as("%d %s", status, response.body()).isNotEmpty();
            return Long.parseLong(header("Menu-Version"));
        }

        /** The trace id of {@code traceresponse}, version-TRACE-span-flags. */
        Optional<String> traceId() {
            String[] parts = header("traceresponse").split("-", -1);
            return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Asks again each second, as {@code Retry-After} says, while there is too much to do. */
    static Answer insist(Callable<Answer> request) {
        return await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(request, answer -> answer.status() != 503);
    }

    /** Sends a body, which is JSON unless the headers say otherwise. */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Creates a restaurant of Lagos with an empty menu, version 1. */
    Answer createRestaurant(String id) {
        return send("POST", "/api/v1/restaurants", """
                {"id": "%s", "name": "Mama Put", "country": "NG", "city": "Lagos",
                 "currency": "NGN", "timeZone": "Africa/Lagos"}""".formatted(id));
    }

    /** Replaces version 1 by a menu of one section that holds jollof and suya. */
    Answer putFirstMenu(String id) {
        return send("PUT", "/api/v1/restaurants/" + id + "/menu", """
                {"currency": "NGN", "sections": [{"id": "mains", "name": "Mains", "items": [
                  {"id": "jollof", "name": "Jollof rice",
                   "price": {"amount": 250000, "currency": "NGN"}},
                  {"id": "suya", "name": "Suya",
                   "price": {"amount": 180000, "currency": "NGN"}}]}]}""",
                "If-Match", "\"1\"");
    }

    Answer changePrice(String id, String item, long amount) {
        return send("PATCH", "/api/v1/restaurants/" + id + "/menu/items/" + item,
                "{\"price\": {\"amount\": " + amount + ", \"currency\": \"NGN\"}}");
    }

    Answer menu(String id) {
        return get("/api/v1/restaurants/" + id + "/menu");
    }

    Answer order(String id, long menuVersion, String item, long unitPrice) {
        return send("POST", "/api/v1/orders", """
                {"restaurantId": "%s", "menuVersion": %d, "fulfilment": "DELIVERY", "lines": [
                  {"itemId": "%s", "quantity": 2, "options": [],
                   "unitPrice": {"amount": %d, "currency": "NGN"}}]}"""
                .formatted(id, menuVersion, item, unitPrice));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20));
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            builder.header("Authorization", "Bearer " + bearer);
        }
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
