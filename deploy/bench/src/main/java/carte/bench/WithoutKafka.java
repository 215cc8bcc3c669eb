package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.local.suite.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Kafka stopped: no watermark comes, so menus are read anew. How often? */
final class WithoutKafka {

    private static final int MENUS = 20;
    private static final int READS_A_SECOND = 400;
    private static final int READERS = 8;
    private static final Duration SETTLE = Duration.ofSeconds(4);
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final Bench bench;
    private final PublicApi api;

    WithoutKafka(Bench bench) {
        this.bench = bench;
        this.api = bench.api();
    }

    Table take() {
        List<Dish> menus = bench.restaurants().all().subList(0, MENUS);
        double loads;
        bench.suite().kafka().stop();
        try {
            read(menus, SETTLE);
            double before = loads();
            read(menus, LENGTH);
            loads = loads() - before;
        } finally {
            bench.suite().kafka().start();
        }
        double each = loads / MENUS / (LENGTH.toMillis() / (double) BOUND.toMillis());
        return new Table("Database reads while Kafka is away", """
                %d menus, %d reads a second, for %d s, begun %d s after Kafka was stopped."""
                .formatted(MENUS, READS_A_SECOND, LENGTH.toSeconds(), SETTLE.toSeconds()),
                List.of("reads", "database reads", "database reads per menu and bound of 2 s"),
                List.of(List.of(
                        String.format(Locale.ROOT, "%,d", READS_A_SECOND * LENGTH.toSeconds()),
                        String.format(Locale.ROOT, "%,.0f", loads),
                        String.format(Locale.ROOT, "%.2f", each))));
    }

    private void read(List<Dish> menus, Duration length) {
        Pacer.start(READS_A_SECOND, length, READERS,
                turn -> api.menu(menus.get((int) (turn % MENUS)))).await();
    }

    private double loads() {
        return new Meters(api, bench.suite().service(Service.MENU)).sum("carte_reads_loads_total");
    }
}
