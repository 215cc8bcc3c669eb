package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Killed or frozen anywhere between the commit and Kafka, the suite loses and swaps nothing. */
class CrashIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicLong price = new AtomicLong(300_000);

    @Test
    void whatWasCommittedBeforeAKillIsPublishedAfterTheRestart() throws Exception {
        List<RestaurantId> menus = openRestaurants(2, SUITE.api());
        await().until(() -> SUITE.pendingEvents() == 0);
        signal("STOP", SUITE.suite().kafka().pid());
        ServiceInstance menuService = SUITE.suite().service(Service.MENU);
        try {
            for (int i = 0; i < 10; i++) {
                menus.forEach(menu -> change(SUITE.api(), menu));
            }
            menuService.kill();
            assertThat(SUITE.pendingEvents()).isEqualTo(20);
        } finally {
            signal("CONT", SUITE.suite().kafka().pid());
        }

        menuService.restart();

        await().atMost(PATIENCE).until(() -> SUITE.pendingEvents() == 0);
        MenuLog log = MenuLog.read(SUITE.suite().addresses().kafka());
        for (RestaurantId menu : menus) {
            assertThat(log.applied(menu)).isEqualTo(upTo(12));
            assertThat(log.versions(menu).getLast()).isEqualTo(12);
            await().untilAsserted(
                    () -> assertThat(SUITE.api().menu(menu.value()).menuVersion()).isEqualTo(12));
        }
    }

    @Test
    void aLeaseholderThatWasFrozenInMidBatchDoesNoHarmWhenItWakes() throws Exception {
        ServiceInstance first = SUITE.suite().service(Service.MENU);
        ServiceInstance second = SUITE.suite().startAnother(Service.MENU);
        try {
            await().atMost(PATIENCE).until(() -> holds(first) || holds(second));
            ServiceInstance holder = holds(first) ? first : second;
            ServiceInstance other = holder == first ? second : first;
            PublicApi api = new PublicApi(other.address().toString(),
                    () -> SUITE.suite().token("operator"));
            List<RestaurantId> menus = openRestaurants(5, api);

            writeWhile(menus, api, () -> {
                freezeInMidBatch(holder);
                try {
                    await().atMost(PATIENCE).until(() -> holds(other));
                    awaitProgress(menus);
                } finally {
                    holder.resume();
                }
                awaitProgress(menus);
            });

            await().atMost(PATIENCE).until(() -> SUITE.pendingEvents() == 0);
            MenuLog log = MenuLog.read(SUITE.suite().addresses().kafka());
            for (RestaurantId menu : menus) {
                long newest = SUITE.history(menu).getLast();
                assertThat(log.applied(menu)).isEqualTo(upTo(newest));
                assertThat(log.versions(menu).getLast()).isEqualTo(newest);
            }
        } finally {
            second.stop();
        }
    }

    /** Stops Kafka for as long as it takes to stop the holder while it waits for it. */
    private static void freezeInMidBatch(ServiceInstance holder) {
        signal("STOP", SUITE.suite().kafka().pid());
        try {
            long before = SUITE.pendingEvents();
            await().atMost(PATIENCE).until(() -> SUITE.pendingEvents() > before + 200);
            holder.freeze();
        } finally {
            signal("CONT", SUITE.suite().kafka().pid());
        }
    }

    /** Writes on five threads as long as {@code meanwhile} takes. */
    private void writeWhile(List<RestaurantId> menus, PublicApi api, Runnable meanwhile) {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> ends = menus.stream()
                    .map(menu -> CompletableFuture.runAsync(() -> {
                        while (writing.get()) {
                            change(api, menu);
                        }
                    }, writers))
                    .toList();
            try {
                meanwhile.run();
            } finally {
                writing.set(false);
            }
            ends.forEach(CompletableFuture::join);
        }
    }

    /** Waits until each menu has 20 more versions and Kafka has some of them. */
    private static void awaitProgress(List<RestaurantId> menus) {
        List<Long> before = menus.stream().map(menu -> SUITE.history(menu).getLast()).toList();
        await().atMost(PATIENCE).untilAsserted(() -> {
            MenuLog log = MenuLog.read(SUITE.suite().addresses().kafka());
            for (int i = 0; i < menus.size(); i++) {
                assertThat(log.versions(menus.get(i)).getLast()).isGreaterThan(before.get(i) + 20);
            }
        });
    }

    private static List<RestaurantId> openRestaurants(int count, PublicApi api) {
        List<RestaurantId> menus = Stream.generate(SUITE::freshRestaurant).limit(count).toList();
        menus.forEach(menu -> {
            api.createRestaurant(menu.value());
            assertThat(api.putFirstMenu(menu.value()).menuVersion()).isEqualTo(2);
        });
        return menus;
    }

    private void change(PublicApi api, RestaurantId menu) {
        assertThat(api.changePrice(menu.value(), "jollof", price.incrementAndGet()).status())
                .isEqualTo(200);
    }

    private static boolean holds(ServiceInstance instance) {
        return SUITE.leaseholder().contains("/" + instance.process().pid() + "/");
    }

    private static void signal(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
            assertThat(exit).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
