package carte.local.demo;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.local.tracing.Unsampled;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The calls of the public API that fill an empty Carte. */
final class PublicApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 500;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int OK = 200;
    private static final int VERSION_CONFLICT = 412;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final URI gateway;
    private final Supplier<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    PublicApi(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Creates a restaurant; returns false if there is one with its id. */
    boolean create(RestaurantDetails details) {
        HttpResponse<String> answer = send(request("/api/v1/restaurants")
                .POST(json(details)));
        return switch (answer.statusCode()) {
            case CREATED -> true;
            case CONFLICT -> false;
            default -> throw unexpected("creating " + details.id(), answer);
        };
    }

    /** Tells whether the restaurant still has the empty menu that it was created with. */
    boolean hasFirstMenu(RestaurantId id) {
        HttpResponse<String> answer = send(request(menuOf(id)).GET());
        if (answer.statusCode() != OK) {
            throw unexpected("reading the menu of " + id, answer);
        }
        return answer.headers().firstValue(CarteHeaders.MENU_VERSION).orElse("").equals("1");
    }

    /** Replaces the first, empty menu; does nothing if it was replaced already. */
    void fill(RestaurantId id, MenuContent menu) {
        HttpResponse<String> answer = send(request(menuOf(id))
                .header("If-Match", "\"1\"")
                .PUT(json(menu)));
        if (answer.statusCode() != OK && answer.statusCode() != VERSION_CONFLICT) {
            throw unexpected("writing the menu of " + id, answer);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(ContractJson.mapper().writeValueAsBytes(body));
    }

    private static String menuOf(RestaurantId id) {
        return "/api/v1/restaurants/" + id + "/menu";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .header(Unsampled.HEADER, Unsampled.PARENT);
    }

    /** Tries again while services warm up; all three calls may be repeated without harm. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        for (int attempt = 1;; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (!PASSING.contains(answer.statusCode()) || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new DemoNotLoaded("The gateway does not answer: " + e, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static DemoNotLoaded interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DemoNotLoaded("Loading was interrupted.", cause);
    }

    private static DemoNotLoaded unexpected(String doing, HttpResponse<String> answer) {
        return new DemoNotLoaded("Loading failed at " + doing + ": the gateway answered "
                + answer.statusCode() + " " + answer.body(), null);
    }
}
