package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.contracts.http.CarteHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** The calls of clients. */
final class PublicApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI gateway;
    private final Supplier<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Changes are an operator's, whose token is asked for anew each time. */
    PublicApi(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    HttpResponse<byte[]> menu(Dish dish) {
        HttpResponse<byte[]> answer = send(
                HttpRequest.newBuilder(gateway.resolve(dish.menuPath())));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    dish.menuPath() + " answers " + answer.statusCode());
        }
        return answer;
    }

    /** Changes the price; returns the version of the menu that has the new one. */
    long change(Dish dish, long amount) {
        String body = "{\"price\": {\"amount\": " + amount + ", \"currency\": \""
                + dish.price().currency() + "\"}}";
        HttpResponse<byte[]> answer = send(HttpRequest
                .newBuilder(gateway.resolve(dish.menuPath() + "/items/" + dish.item()))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "a change of " + dish.restaurant() + " is answered " + answer.statusCode());
        }
        return version(answer);
    }

    HttpResponse<byte[]> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    static long version(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong(CarteHeaders.MENU_VERSION).orElseThrow();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
