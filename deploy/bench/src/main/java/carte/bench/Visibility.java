package carte.bench;

import carte.bench.Restaurants.Dish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Changes at a steady rate, while customers read: when does a page that listens know of each? */
final class Visibility {

    private static final int CHANGES_A_SECOND = 50;
    private static final int READS_A_SECOND = 500;
    private static final int CHANGED = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final int WRITERS = 8;
    private static final int READERS = 4;

    private final Bench bench;
    private final PublicApi api;
    private final List<Dish> dishes;

    Visibility(Bench bench) {
        this.bench = bench;
        this.api = bench.api();
        this.dishes = bench.restaurants().all().subList(0, CHANGED);
    }

    /** A change that was acknowledged. */
    private record Change(String restaurant, long version, long sent, long acknowledged) {}

    Table take() {
        try (Listening pages = Listening.to(bench.suite().gateway(), dishes)) {
            run(WARM_UP);
            List<Change> changes = run(LENGTH);
            List<Long> fromAcknowledged = new ArrayList<>();
            List<Long> fromSent = new ArrayList<>();
            List<Long> acknowledging = new ArrayList<>();
            for (Change change : changes) {
                long seen = pages.seenAt(change.restaurant(), change.version());
                fromAcknowledged.add(Math.max(0, seen - change.acknowledged()));
                fromSent.add(seen - change.sent());
                acknowledging.add(change.acknowledged() - change.sent());
            }
            return new Table("From a change to its being visible", """
                    %d changes a second through the gateway to %d menus, %d reads a second of all
                    menus, for %d s. Visible is when a page that listens is told; the gateway
                    answers with the change before it tells. The commit lies between the
                    sending of the change and its acknowledgement."""
                    .formatted(CHANGES_A_SECOND, CHANGED, READS_A_SECOND, LENGTH.toSeconds()),
                    List.of("of " + changes.size() + " changes", "p50", "p90", "p99", "max"),
                    List.of(row("acknowledged to visible", fromAcknowledged),
                            row("sent to visible", fromSent),
                            row("sent to acknowledged", acknowledging)));
        }
    }

    private List<Change> run(Duration length) {
        var changes = new ConcurrentLinkedQueue<Change>();
        Pacer.Running reads = Pacer.start(READS_A_SECOND, length, READERS, turn -> {
            var random = new SplittableRandom(turn);
            api.menu(bench.restaurants().pick(random));
        });
        Pacer.Running writes = Pacer.start(CHANGES_A_SECOND, length, WRITERS, turn -> {
            Dish dish = dishes.get((int) (turn % CHANGED));
            // Another price each time, or it would be no change.
            long amount = 100_000 + System.nanoTime() / 1_000 % 10_000_000;
            long sent = System.nanoTime();
            long version = api.change(dish, amount);
            changes.add(new Change(dish.restaurant(), version, sent, System.nanoTime()));
        });
        writes.await();
        reads.await();
        return List.copyOf(changes);
    }

    private static List<String> row(String name, List<Long> nanos) {
        Durations durations = Durations.of(nanos);
        return List.of(name, durations.at(0.5), durations.at(0.9), durations.at(0.99),
                durations.at(1));
    }
}
