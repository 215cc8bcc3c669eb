package carte.faults.lunch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Customers and an admin; each request is sent once, whatever becomes of it. */
final class People implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_OF_WHOEVER_OPENS = Duration.ofSeconds(30);
    private static final int MOST_TIMES = 30;
    private static final int LONGEST_LIST = 100;
    private static final int SHORT_LIST = 25;
    private static final Executor LATER = CompletableFuture
            .delayedExecutor(1, TimeUnit.SECONDS);
    private static final String RESTAURANTS = "/api/v1/restaurants";
    private static final String JSON = "application/json";
    /** Nobody asks for what others have asked for before. */
    private static final AtomicInteger SEARCHES = new AtomicInteger();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Door door;
    private final String token;
    private final AtomicLong prices = new AtomicLong(100_000);
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();

    /** Changes are made by the owner of {@code token}. */
    People(Door door, String token) {
        this.door = door;
        this.token = token;
    }

    /** Opens the restaurants, unless an earlier run has. */
    void open() throws IOException {
        for (String id : new String[]{Menu.STEADY, Menu.BUSY}) {
            int opened = insist(asAdmin(RESTAURANTS)
                    .POST(BodyPublishers.ofString(Menu.restaurant(id))));
            if (opened == 201) {
                insist(asAdmin(RESTAURANTS + "/" + id + "/menu").header("If-Match", "\"1\"")
                        .PUT(BodyPublishers.ofString(Menu.content())));
            }
        }
    }

    /** Opens as many restaurants of another country as fit into a list. */
    void openAbroad() throws IOException {
        for (int i = 0; i < LONGEST_LIST; i++) {
            insist(asAdmin(RESTAURANTS).POST(BodyPublishers.ofString(Menu.abroad(i))));
        }
    }

    /** Returns the status of a change that was made, or had been made before. */
    private int insist(HttpRequest.Builder change) throws IOException {
        HttpRequest request = change.timeout(PATIENCE_OF_WHOEVER_OPENS).build();
        HttpResponse<String> answer = answer(request, MOST_TIMES).join();
        return switch (answer.statusCode()) {
            case 200, 201, 409 -> answer.statusCode();
            default -> throw new IOException(request.uri() + ": " + answer.body());
        };
    }

    /** Asks again: whoever has just started may not have found all the others yet. */
    private CompletableFuture<HttpResponse<String>> answer(HttpRequest request, int times) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenCompose(answer -> answer.statusCode() != 503 || times == 1
                        ? CompletableFuture.completedFuture(answer)
                        : CompletableFuture.runAsync(() -> {}, LATER)
                                .thenCompose(_ -> answer(request, times - 1)));
    }

    /** Asks for something now that was to be asked for at {@code dueAt}. */
    CompletableFuture<Void> ask(Wish wish, long dueAt) {
        return client.sendAsync(request(wish), BodyHandlers.ofString())
                .handle((answer, _) -> {
                    samples.add(sample(wish, dueAt, answer));
                    return null;
                });
    }

    private static Sample sample(
            Wish wish, long dueAt, @Nullable HttpResponse<String> answer) {
        if (answer == null) {
            return new Sample(wish, dueAt, System.nanoTime(), 0, false, false);
        }
        return new Sample(wish, dueAt, System.nanoTime(), answer.statusCode(),
                answer.headers().firstValue("Retry-After").isPresent(),
                wish != Wish.PAGE || answer.body().contains("\"unavailable\":[]"));
    }

    private HttpRequest request(Wish wish) {
        return switch (wish) {
            case HOT_MENU -> to(RESTAURANTS + "/" + Menu.STEADY + "/menu").build();
            case LIST -> to(RESTAURANTS + "?country=NG&limit=5").build();
            case LONG_LIST -> search(LONGEST_LIST);
            case SHORT_LIST -> search(SHORT_LIST);
            case PAGE -> to(RESTAURANTS + "/" + Menu.BUSY).build();
            case ORDER -> to("/api/v1/orders").header("Content-Type", JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(Menu.order())).build();
            case CHANGE -> asAdmin(RESTAURANTS + "/" + Menu.BUSY + "/menu/items/jollof")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method("PATCH", BodyPublishers.ofString(
                            Menu.price(prices.incrementAndGet())))
                    .build();
        };
    }

    private HttpRequest search(int restaurants) {
        return to(RESTAURANTS + "?country=GH&limit=" + restaurants + "&q="
                + Menu.search(SEARCHES.getAndIncrement())).build();
    }

    private HttpRequest.Builder asAdmin(String path) {
        return to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", JSON);
    }

    private HttpRequest.Builder to(String path) {
        URI gateway = door.next();
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    /** Returns what has been answered so far. */
    Samples samples() {
        return new Samples(samples.stream().toList());
    }

    @Override
    public void close() {
        client.close();
    }
}
