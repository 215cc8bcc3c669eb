package carte.faults.lunch;

import carte.faults.Phase;
import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Troubles of one suite while people ask, each from before its beginning to after its end. */
final class LunchTime implements AutoCloseable {

    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int RAMP = 5;
    private static final int MOST_WARM_UPS = 20;

    private final LocalSuite suite;
    private final Door door;
    private final String token;

    /** Changes are an operator's, whose token lasts for longer than a lunch time. */
    LunchTime(LocalSuite suite) {
        this.suite = suite;
        this.token = suite.token("operator");
        this.door = new Door(suite.instances(Service.GATEWAY).stream()
                .map(ServiceInstance::address).toList());
    }

    /** What came of one trouble; moments are {@link System#nanoTime}. */
    record Result(Trouble trouble, Samples samples, long begunAt, long endedAt) {

        Samples before() {
            return samples.only(sample -> sample.dueAt() - begunAt < 0);
        }

        Samples during() {
            return samples.between(begunAt, endedAt);
        }

        /** Returns how long it took until what must be answered in time was again. */
        Duration untilCalm() {
            return samples.only(sample -> trouble.calm().contains(sample.wish()))
                    .calmAfter(begunAt, LunchReport.CALM);
        }

        /** Returns what was not served and should have been. */
        List<String> faults() {
            List<String> faults = new ArrayList<>();
            trouble.neverFails().forEach(wish -> {
                Map<String, Long> failures = samples.of(wish).failures();
                if (!failures.isEmpty()) {
                    faults.add(failures.toString());
                }
                if (samples.of(wish).count() == 0) {
                    faults.add("nobody asked for " + wish);
                }
            });
            boolean left = during().of(Wish.PAGE).all().stream()
                    .anyMatch(page -> page.served() && !page.whole());
            if (trouble.leavesParts() && !left) {
                faults.add("no page named a part as unavailable");
            }
            return faults;
        }
    }

    /** Has people ask more and more, until all are served in time, as on a day like any other. */
    void warmUp() throws IOException {
        boolean calm = false;
        for (int i = 0; !calm && i < MOST_WARM_UPS; i++) {
            calm = warmUp(Math.min(i + 1, RAMP)) && i >= RAMP;
        }
        if (!calm) {
            throw new IllegalStateException("this machine is too busy: people are not served in"
                    + " time though nothing has happened");
        }
    }

    /** Returns whether all are served in time when that many of {@link #RAMP} parts are there. */
    private boolean warmUp(int parts) throws IOException {
        try (People people = people()) {
            people.open();
            Map<Wish, Integer> perSecond = new EnumMap<>(Trouble.LUNCH);
            perSecond.replaceAll((_, rate) -> Math.max(1, rate * parts / RAMP));
            long begunAt = System.nanoTime();
            try (Crowd _ = new Crowd(people, perSecond)) {
                Phase.pass(WARM_UP);
            }
            System.out.print(LunchReport.line(people.samples()));
            return people.samples().calmAfter(begunAt, LunchReport.CALM)
                    .compareTo(WARM_UP.dividedBy(2)) < 0;
        }
    }

    private People people() {
        return new People(door, token);
    }

    Result through(Trouble trouble) throws IOException {
        try (People people = people()) {
            people.open();
            long begunAt;
            long endedAt;
            try (Crowd _ = new Crowd(people, trouble.perSecond())) {
                Phase.pass(BEFORE);
                begunAt = System.nanoTime();
                trouble.begin().accept(suite);
                Phase.pass(trouble.lasts());
                trouble.end().accept(suite);
                endedAt = System.nanoTime();
                Phase.pass(AFTER);
            }
            return new Result(trouble, people.samples(), begunAt, endedAt);
        }
    }

    /** Has many times more asked for than can be done; {@code narrow} makes the line so. */
    List<Burst> bursts(Runnable narrow) throws IOException, InterruptedException {
        return Burst.all(this::people, narrow);
    }

    @Override
    public void close() {
        door.close();
    }
}
