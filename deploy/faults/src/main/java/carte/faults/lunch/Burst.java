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
 * @param limit what there is too little of
 * @param capacity lists a second that were made for a few who each asked again at once
 * @param calm at a fifth of that rate
 * @param burst at five times that rate
 * @param after at a fifth again
 * @param begunAt when the burst began, as {@link System#nanoTime}
 * @param endedAt when it ended
 */
record Burst(
        String limit,
        int capacity,
        Samples calm,
        Samples burst,
        Samples after,
        long begunAt,
        long endedAt) {

    static final int TIMES = 5;
    static final Duration PHASE = Duration.ofSeconds(15);
    static final Duration BEGINNING = Duration.ofSeconds(1);

    private static final int CLOSED_LOOP = 8;
    private static final double FASTER = 1.05;
    private static final int NO_FASTER = 4;
    private static final int MOST_PHASES = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Has the machine be too small for them, and then only what leads to menu-service. */
    static List<Burst> all(Supplier<People> people, Runnable narrow)
            throws IOException, InterruptedException {
        try (People admin = people.get()) {
            admin.openAbroad();
        }
        int most = warmUp(people);
        // What refuses is compiled in the first burst of a process.
        phase(people, Wish.LONG_LIST, most * TIMES, WARM_UP);
        phase(people, Wish.LONG_LIST, most / TIMES, WARM_UP);
        Burst machine = of("this machine, which the people and the suite share", people,
                Wish.LONG_LIST, most);
        closedLoop(people, Wish.SHORT_LIST);
        narrow.run();
        Burst line = of("the line to menu-service, of two lanes", people, Wish.SHORT_LIST,
                perSecond(closedLoop(people, Wish.SHORT_LIST)));
        return List.of(line, machine);
    }

    /** Has them ask until the suite gets no faster: compilers are at work for some minutes. */
    private static int warmUp(Supplier<People> people) throws InterruptedException {
        long most = 0;
        int noFaster = 0;
        for (int i = 0; noFaster < NO_FASTER && i < MOST_PHASES; i++) {
            long lists = closedLoop(people, Wish.LONG_LIST);
            System.out.printf(Locale.ROOT, "warming up: %,d lists a second%n",
                    lists / WARM_UP.toSeconds());
            noFaster = lists > most * FASTER ? 0 : noFaster + 1;
            most = Math.max(most, lists);
        }
        return perSecond(most);
    }

    private static int perSecond(long lists) {
        return Math.toIntExact(Math.max(TIMES, lists / WARM_UP.toSeconds()));
    }

    private static Burst of(String limit, Supplier<People> people, Wish wish, int capacity) {
        Samples calm = phase(people, wish, capacity / TIMES, PHASE);
        try (People many = people.get(); People few = people.get()) {
            long begunAt = System.nanoTime();
            long endedAt;
            try (Crowd crowd = new Crowd(many, Map.of(wish, capacity * TIMES))) {
                Phase.pass(PHASE);
                crowd.end();
                endedAt = System.nanoTime();
                // Those of the burst are still being answered.
                try (Crowd _ = new Crowd(few, Map.of(wish, capacity / TIMES))) {
                    Phase.pass(PHASE);
                }
            }
            return new Burst(limit, capacity, calm, many.samples(), few.samples(),
                    begunAt, endedAt);
        }
    }

    private static long closedLoop(Supplier<People> people, Wish wish)
            throws InterruptedException {
        try (People few = people.get()) {
            long end = System.nanoTime() + WARM_UP.toNanos();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLOSED_LOOP; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() - end < 0) {
                        few.ask(wish, System.nanoTime()).join();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return few.samples().only(Sample::served).count();
        }
    }

    private static Samples phase(
            Supplier<People> people, Wish wish, int perSecond, Duration duration) {
        try (People many = people.get()) {
            try (Crowd _ = new Crowd(many, Map.of(wish, perSecond))) {
                Phase.pass(duration);
            }
            return many.samples();
        }
    }

    /** Returns those of the burst's first second, in which it is not known yet that it is one. */
    Samples beginning() {
        return burst.only(sample -> sample.dueAt() - begunAt < BEGINNING.toNanos());
    }

    /** Returns the others of the burst. */
    Samples rest() {
        return burst.only(sample -> sample.dueAt() - begunAt >= BEGINNING.toNanos());
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
