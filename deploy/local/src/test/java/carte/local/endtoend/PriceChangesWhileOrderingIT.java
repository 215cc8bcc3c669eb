package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Prices change while customers order by what they saw, some of it long ago: each order that is
 * taken costs what its version says, and each that is refused was seen at another price.
 */
class PriceChangesWhileOrderingIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi ADMIN = SUITE.api();
    private static final PublicApi CUSTOMER = SUITE.as(() -> "");
    private static final List<String> DISHES = List.of("jollof", "suya");
    private static final int CUSTOMERS = 6;
    private static final int ORDERS_EACH = 12;
    private static final int ORDERS_A_CHANGE = 3;

    private final RestaurantId id = SUITE.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + id + "/menu";
    private final Semaphore answered = new Semaphore(0);
    private final Queue<Placing> placings = new ConcurrentLinkedQueue<>();

    /** A menu as a customer saw it. */
    private record Seen(long version, Map<String, Long> prices) {

        static Seen of(Answer answer) {
            Map<String, Long> prices = new HashMap<>();
            answer.json().at("/sections/0/items").forEach(item -> prices.put(
                    item.at("/id").stringValue(), item.at("/price/amount").longValue()));
            return new Seen(answer.json().at("/version").longValue(), prices);
        }

        long price(String dish) {
            return Objects.requireNonNull(prices.get(dish));
        }
    }

    /** An order of two of one dish and one of the other, and what became of it. */
    private record Placing(Seen seen, Answer answer) {

        long expectedTotal() {
            return 2 * seen.price("jollof") + seen.price("suya");
        }
    }

    @BeforeEach
    void openTheRestaurant() {
        assertThat(ADMIN.createRestaurant(id.value()).status()).isEqualTo(201);
        assertThat(ADMIN.putFirstMenu(id.value()).menuVersion()).isEqualTo(2);
    }

    @Test
    void everyOrderIsReconciledWithTheHistoryOfVersions() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>(IntStream.range(0, CUSTOMERS)
                    .mapToObj(seed -> CompletableFuture.runAsync(
                            () -> order(new Random(seed)), threads))
                    .toList());
            all.add(CompletableFuture.runAsync(this::changePrices, threads));
            all.forEach(CompletableFuture::join);
        }

        Map<Long, Seen> history = history();
        assertThat(placings).hasSize(CUSTOMERS * ORDERS_EACH)
                .extracting(placing -> placing.answer().status())
                .contains(201, 409).containsOnly(201, 409);
        assertThat(placings).allSatisfy(placing -> {
            assertThat(placing.seen()).isEqualTo(history.get(placing.seen().version()));
            if (placing.answer().status() == 201) {
                expectTheRightCharge(placing, history);
            } else {
                expectATrueDifference(placing, history);
            }
        });
    }

    private void order(Random random) {
        List<Seen> views = new ArrayList<>();
        for (int order = 0; order < ORDERS_EACH; order++) {
            views.add(Seen.of(CUSTOMER.get(menu)));
            Seen seen = random.nextInt(4) == 0
                    ? views.get(random.nextInt(views.size()))
                    : views.getLast();
            placings.add(new Placing(seen, CUSTOMER.send("POST", "/api/v1/orders", body(seen))));
            answered.release();
        }
    }

    private void changePrices() {
        Random random = new Random(7);
        for (int change = 0; change < CUSTOMERS * ORDERS_EACH / ORDERS_A_CHANGE; change++) {
            acquire(ORDERS_A_CHANGE);
            Answer changed = ADMIN.changePrice(id.value(), DISHES.get(random.nextInt(2)),
                    1_000L * (1 + random.nextInt(500)));
            assertThat(changed.status()).isEqualTo(200);
        }
    }

    private void acquire(int permits) {
        try {
            assertThat(answered.tryAcquire(permits, 30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expectTheRightCharge(Placing placing, Map<Long, Seen> history) {
        JsonNode order = placing.answer().json();
        long pricedBy = SUITE.pricedBy(UUID.fromString(order.at("/id").stringValue()));
        assertThat(pricedBy).isGreaterThanOrEqualTo(placing.seen().version());
        assertThat(placing.seen().prices()).isEqualTo(of(pricedBy, history).prices());
        assertThat(order.at("/total/amount").longValue()).isEqualTo(placing.expectedTotal());
    }

    private static void expectATrueDifference(Placing placing, Map<Long, Seen> history) {
        JsonNode problem = placing.answer().json();
        assertThat(problem.at("/type").stringValue())
                .isEqualTo("urn:problem:carte:menu-changed");
        long version = problem.at("/menuVersion").longValue();
        assertThat(version).isGreaterThan(placing.seen().version());
        Map<String, Long> told = new HashMap<>();
        problem.at("/changes").forEach(change -> told.put(
                change.at("/itemId").stringValue(), change.at("/now/amount").longValue()));
        Map<String, Long> different = new HashMap<>(of(version, history).prices());
        different.entrySet().removeAll(placing.seen().prices().entrySet());
        assertThat(told).isEqualTo(different).isNotEmpty();
    }

    private static Seen of(long version, Map<Long, Seen> history) {
        return Objects.requireNonNull(history.get(version), "no version " + version);
    }

    private Map<Long, Seen> history() {
        long newest = ADMIN.get(menu).menuVersion();
        Map<Long, Seen> history = new HashMap<>();
        LongStream.rangeClosed(2, newest).forEach(version -> history.put(
                version, Seen.of(ADMIN.get(menu + "/versions/" + version))));
        return history;
    }

    private String body(Seen seen) {
        return """
                {"restaurantId": "%s", "menuVersion": %d, "fulfilment": "PICKUP", "lines": [
                  {"itemId": "jollof", "quantity": 2, "unitPrice": %s},
                  {"itemId": "suya", "quantity": 1, "unitPrice": %s}]}"""
                .formatted(id, seen.version(), money(seen, "jollof"), money(seen, "suya"));
    }

    private static String money(Seen seen, String dish) {
        return "{\"amount\": " + seen.price(dish) + ", \"currency\": \"NGN\"}";
    }
}
