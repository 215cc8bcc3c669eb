package carte.faults;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.faults.history.History;
import carte.faults.history.Read;
import carte.faults.history.Write;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Clients of the gateway that write and read, at a rate that leaves the machine room. */
final class Workload implements AutoCloseable {

    /** Of how many restaurants it is, if there are as many. */
    static final int RESTAURANTS = 12;

    private static final int WRITERS = 4;
    private static final int READERS = 12;
    private static final long WRITER_PAUSE_MILLIS = 150;
    private static final long READER_PAUSE_MILLIS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI gateway;
    private final Supplier<String> token;
    private final History history;
    private final List<Dish> dishes;
    private final AtomicLong prices = new AtomicLong(System.currentTimeMillis() % 1_000_000_000);
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** Changes are an operator's, whose token is asked for anew each time. */
    Workload(URI gateway, Supplier<String> token, History history) {
        this.gateway = gateway;
        this.token = token;
        this.history = history;
        this.dishes = findDishes();
    }

    /** An item whose price one writer changes. */
    private record Dish(String restaurant, String item, String currency) {}

    void start() {
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            threads.add(Thread.ofPlatform().name("writer-" + writer).start(() -> write(first)));
        }
        for (int reader = 0; reader < READERS; reader++) {
            int number = reader;
            threads.add(Thread.ofPlatform().name("reader-" + reader).start(() -> read(number)));
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Ends all clients, each after its request in hand. */
    void end() {
        end.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns the version of each menu that is there now, asked for until it is told. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        for (Dish dish : dishes) {
            long least = written.getOrDefault(dish.restaurant(), 1L);
            HttpResponse<byte[]> answer = send(
                    get("/api/v1/restaurants/" + dish.restaurant() + "/menu?min_version=" + least));
            versions.put(dish.restaurant(), answer == null ? 0L : version(answer));
        }
        return versions;
    }

    private List<Dish> findDishes() {
        HttpResponse<byte[]> list = send(get("/api/v1/restaurants?limit=100"));
        if (list == null || list.statusCode() != 200) {
            throw new IllegalStateException("the restaurants cannot be listed");
        }
        return StreamSupport
                .stream(ContractJson.mapper().readTree(list.body()).path("items").spliterator(),
                        false)
                .map(restaurant -> restaurant.path("id").asString())
                .limit(RESTAURANTS)
                .map(this::dishOf)
                .toList();
    }

    private Dish dishOf(String restaurant) {
        HttpResponse<byte[]> answer = send(get("/api/v1/restaurants/" + restaurant + "/menu"));
        if (answer == null || answer.statusCode() != 200) {
            throw new IllegalStateException("no menu of " + restaurant);
        }
        MenuDocument menu = MenuJson.ofUtf8(answer.body()).parse();
        var item = menu.sections().stream().flatMap(each -> each.items().stream()).findFirst()
                .orElseThrow();
        return new Dish(restaurant, item.id(), item.price().currency());
    }

    private void write(int first) {
        int turn = first;
        while (pause(WRITER_PAUSE_MILLIS)) {
            Dish dish = dishes.get(turn % dishes.size());
            turn += WRITERS;
            long price = prices.incrementAndGet();
            String body = "{\"price\": {\"amount\": " + price + ", \"currency\": \""
                    + dish.currency() + "\"}}";
            long sent = System.nanoTime();
            HttpResponse<byte[]> answer = send(HttpRequest
                    .newBuilder(gateway.resolve("/api/v1/restaurants/" + dish.restaurant()
                            + "/menu/items/" + dish.item()))
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(body)));
            long received = System.nanoTime();
            if (answer != null && answer.statusCode() == 200) {
                history.add(new Write(
                        dish.restaurant(), version(answer), price, sent, received));
                written.merge(dish.restaurant(), version(answer), Math::max);
            } else {
                history.failedWrite();
            }
        }
    }

    private void read(int reader) {
        SplittableRandom random = new SplittableRandom(reader);
        while (pause(READER_PAUSE_MILLIS)) {
            int chosen = random.nextInt(dishes.size());
            Dish dish = dishes.get(chosen);
            // Whoever asks for a version makes caches load it, which hides what they do alone.
            boolean mayName = chosen % 2 == 0;
            long least = mayName && random.nextInt(5) == 0
                    ? written.getOrDefault(dish.restaurant(), 0L)
                    : 0;
            String path = "/api/v1/restaurants/" + dish.restaurant() + "/menu"
                    + (least > 0 ? "?min_version=" + least : "");
            long sent = System.nanoTime();
            HttpResponse<byte[]> answer = send(get(path));
            history.add(read(reader, dish, least, sent, answer));
        }
    }

    private static Read read(int reader, Dish dish, long least, long sent,
            @Nullable HttpResponse<byte[]> answer) {
        long received = System.nanoTime();
        if (answer == null || answer.statusCode() != 200) {
            return new Read(reader, dish.restaurant(), least, sent, received,
                    answer == null ? 0 : answer.statusCode(), 0, 0, false);
        }
        long price = MenuJson.ofUtf8(answer.body()).parse().sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.id().equals(dish.item()))
                .findFirst().orElseThrow().price().amount();
        boolean stale = answer.headers().allValues("Cache-Status").stream()
                .anyMatch(status -> status.matches(".*;\\s*stale\\b.*"));
        return new Read(reader, dish.restaurant(), least, sent, received, 200, version(answer),
                price, stale);
    }

    private boolean pause(long millis) {
        try {
            return !end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path));
    }

    /** Returns null where there was no answer: whoever asks counts it as a failure. */
    private @Nullable HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static long version(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Menu-Version").orElse(0);
    }
}
