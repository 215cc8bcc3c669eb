package carte.faults.lunch;

import carte.faults.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Many times more lists of restaurants are asked for than can be made.
 *
 * @param capacity lists a second that were made for a few who each asked again at once
 * @param calm at a fifth of that rate
 * @param burst at five times that rate
 * @param after at a fifth again
 * @param endedAt when the burst ended, as {@link System#nanoTime}
 */
record Burst(int capacity, Samples calm, Samples burst, Samples after, long endedAt) {

    static final int TIMES = 5;

    private static final int CLOSED_LOOP = 8;
    private static final double FASTER = 1.05;
    private static final int NO_FASTER = 2;
    private static final int MOST_PHASES = 40;
    private static final Duration PHASE = Duration.ofSeconds(5);

    static Burst of(Supplier<People> people) throws IOException, InterruptedException {
        try (People admin = people.get()) {
            admin.openAbroad();
        }
        int capacity = capacity(people);
        // What refuses is compiled in the first burst of a process.
        phase(people, capacity * TIMES);
        phase(people, capacity / TIMES);
        Samples calm = phase(people, capacity / TIMES);
        Samples burst = phase(people, capacity * TIMES);
        long endedAt = System.nanoTime();
        return new Burst(capacity, calm, burst, phase(people, capacity / TIMES), endedAt);
    }

    /** Has them ask until the suite gets no faster: compilers are at work for some minutes. */
    private static int capacity(Supplier<People> people) throws InterruptedException {
        long most = 0;
        int noFaster = 0;
        for (int i = 0; noFaster < NO_FASTER && i < MOST_PHASES; i++) {
            long lists = closedLoop(people);
            System.out.printf(Locale.ROOT, "warming up: %,d lists a second%n",
                    lists / PHASE.toSeconds());
            noFaster = lists > most * FASTER ? 0 : noFaster + 1;
            most = Math.max(most, lists);
        }
        return Math.toIntExact(Math.max(TIMES, most / PHASE.toSeconds()));
    }

    private static long closedLoop(Supplier<People> people) throws InterruptedException {
        try (People few = people.get()) {
            long end = System.nanoTime() + PHASE.toNanos();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLOSED_LOOP; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() - end < 0) {
                        few.ask(Wish.LONG_LIST, System.nanoTime()).join();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return few.samples().only(Sample::served).count();
        }
    }

    private static Samples phase(Supplier<People> people, int perSecond) {
        try (People many = people.get()) {
            try (Crowd _ = new Crowd(many, Map.of(Wish.LONG_LIST, perSecond))) {
                Phase.pass(PHASE);
            }
            return many.samples();
        }
    }

    /** Returns what should not have been. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        note(faults, "lost", burst.only(each -> !each.served() && !each.refused()));
        note(faults, "refused without Retry-After",
                burst.only(each -> each.refused() && !each.retryAfter()));
        if (burst.only(Sample::refused).count() == 0) {
            faults.add("nobody was refused: it was no burst");
        }
        if (burst.only(Sample::served).count() == 0) {
            faults.add("nobody was served");
        }
        return faults;
    }

    private static void note(List<String> faults, String what, Samples found) {
        if (found.count() > 0) {
            faults.add(what + ": " + found.failures());
        }
    }
}
