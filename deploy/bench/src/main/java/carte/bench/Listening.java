package carte.bench;

import carte.bench.Restaurants.Dish;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page for each of some restaurants, which notes when it is told of each version. */
final class Listening implements AutoCloseable {

    private static final String ID = "id: ";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, ConcurrentSkipListMap<Long, Long>> seen = new ConcurrentHashMap<>();

    private Listening() {}

    /** Returns once all listen. */
    static Listening to(URI gateway, List<Dish> dishes) {
        var listening = new Listening();
        dishes.forEach(dish -> listening.open(gateway, dish.restaurant()));
        return listening;
    }

    private void open(URI gateway, String restaurant) {
        var times = new ConcurrentSkipListMap<Long, Long>();
        seen.put(restaurant, times);
        HttpResponse<Stream<String>> answer = client.sendAsync(HttpRequest.newBuilder(
                gateway.resolve("/api/v1/restaurants/" + restaurant + "/events")).build(),
                BodyHandlers.ofLines()).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        Thread.ofVirtual().start(() -> answer.body()
                .filter(line -> line.startsWith(ID))
                .forEach(line -> times.put(Long.parseLong(line.substring(ID.length())),
                        System.nanoTime())));
    }

    /** Returns when the page was told of this version or a later one, which it may still be. */
    long seenAt(String restaurant, long version) {
        var times = seen.get(restaurant);
        if (times == null) {
            throw new IllegalArgumentException("nobody listens to " + restaurant);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Entry<Long, Long> entry = times.ceilingEntry(version);
            if (entry != null) {
                return entry.getValue();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException(
                "version " + version + " of " + restaurant + " was never told");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
