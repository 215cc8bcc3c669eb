package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.contracts.http.CarteHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/** Customers at lunch time: which tier answers them while restaurants change their menus? */
final class HitRate {

    private static final int READS_A_SECOND = 1_000;
    private static final int CHANGES_A_SECOND = 20;
    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final Bench bench;
    private final PublicApi api;

    HitRate(Bench bench) {
        this.bench = bench;
        this.api = bench.api();
    }

    /** How many answers came from where. */
    private static final class Tiers {
        private final LongAdder gateway = new LongAdder();
        private final LongAdder redis = new LongAdder();
        private final LongAdder database = new LongAdder();

        void count(HttpResponse<?> answer) {
            String status = String.join(", ",
                    answer.headers().allValues(CarteHeaders.CACHE_STATUS));
            if (status.contains("carte-edge; hit")) {
                gateway.increment();
            } else if (status.contains("carte-redis; hit")) {
                redis.increment();
            } else {
                database.increment();
            }
        }

        List<String> row(String name) {
            long all = gateway.sum() + redis.sum() + database.sum();
            return List.of(name, String.format(Locale.ROOT, "%,d", all),
                    percent(gateway.sum(), all), percent(redis.sum(), all),
                    percent(all - database.sum(), all),
                    String.format(Locale.ROOT, "%,d", database.sum()));
        }

        private static String percent(long part, long all) {
            return String.format(Locale.ROOT, "%.3f %%", 100.0 * part / all);
        }
    }

    Table take() {
        Tiers first = new Tiers();
        bench.restaurants().all().forEach(dish -> first.count(api.menu(dish)));
        Tiers lunch = new Tiers();
        Pacer.Running writes = Pacer.start(CHANGES_A_SECOND, LENGTH, WRITERS, turn -> {
            Dish dish = bench.restaurants().pick(new SplittableRandom(~turn));
            api.change(dish, 100_000 + System.nanoTime() / 1_000 % 10_000_000);
        });
        Pacer.Running reads = Pacer.start(READS_A_SECOND, LENGTH, READERS, turn -> lunch
                .count(api.menu(bench.restaurants().pick(new SplittableRandom(turn)))));
        reads.await();
        writes.await();
        return new Table("Hit rate at lunch time", """
                %,d reads a second of %,d menus, the popular ones more often (the first hundredth
                of the restaurants has 20 %% of the visits, the first tenth 57 %%), while %d menus a
                second are changed in the same proportion, for %d s; before it, every menu is read
                once. By `Cache-Status`."""
                .formatted(READS_A_SECOND, bench.restaurants().all().size(), CHANGES_A_SECOND,
                        LENGTH.toSeconds()),
                List.of("", "reads", "answered by the gateway", "by Redis", "by either",
                        "by the database"),
                List.of(first.row("each menu once"), lunch.row("lunch time")));
    }
}
