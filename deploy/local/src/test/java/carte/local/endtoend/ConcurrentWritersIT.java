package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many admins write few menus at once: nothing acknowledged is lost, nothing is skipped. */
class ConcurrentWritersIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();
    private static final int WRITERS = 200;
    private static final int MENUS = 20;
    private static final Duration DURATION = Duration.ofSeconds(12);

    private final AtomicLong price = new AtomicLong(1_000_000);
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> otherStatuses = new ConcurrentLinkedQueue<>();

    private record Acknowledged(RestaurantId restaurant, long version, long price) {}

    @Test
    void everyAcknowledgedVersionIsInTheHistoryAndRedisEndsAtTheLast() {
        List<RestaurantId> menus = Stream.generate(SUITE::freshRestaurant).limit(MENUS).toList();
        menus.forEach(menu -> {
            API.createRestaurant(menu.value());
            API.putFirstMenu(menu.value());
            API.menu(menu.value());
        });

        Instant end = Instant.now().plus(DURATION);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> ends = IntStream.range(0, WRITERS)
                    .mapToObj(seed -> CompletableFuture.runAsync(
                            () -> write(menus, new Random(seed), end), writers))
                    .toList();
            ends.forEach(CompletableFuture::join);
        }

        assertThat(otherStatuses).allMatch(status -> status == 503 || status == 504);
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS);
        menus.forEach(this::expectNothingLost);
    }

    private void write(List<RestaurantId> menus, Random random, Instant end) {
        while (Instant.now().isBefore(end)) {
            RestaurantId menu = menus.get(random.nextInt(menus.size()));
            long amount = price.incrementAndGet();
            Answer answer = PublicApi.insist(
                    () -> API.changePrice(menu.value(), "jollof", amount));
            if (answer.status() == 200) {
                acknowledged.add(new Acknowledged(menu, answer.menuVersion(), amount));
            } else {
                otherStatuses.add(answer.status());
            }
        }
    }

    private void expectNothingLost(RestaurantId menu) {
        List<Acknowledged> writes = acknowledged.stream()
                .filter(write -> write.restaurant().equals(menu)).toList();
        assertThat(writes).extracting(Acknowledged::version).doesNotHaveDuplicates();

        List<Long> history = SUITE.history(menu);
        long last = history.getLast();
        assertThat(history).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        List<String> documents = SUITE.documents(menu);
        assertThat(writes).allSatisfy(write -> assertThat(
                documents.get((int) write.version() - 1)).contains(":" + write.price() + ","));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(SUITE.cached(menu))
                .hasValueSatisfying(entry -> assertThat(entry.version().number()).isEqualTo(last)));
    }
}
