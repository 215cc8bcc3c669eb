package carte.faults.lunch;

import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Troubles of one suite while people ask, each from before its beginning to after its end. */
final class LunchTime implements AutoCloseable {

    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(4);

    private final LocalSuite suite;
    private final Door door;

    LunchTime(LocalSuite suite) {
        this.suite = suite;
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

    Result through(Trouble trouble) throws IOException {
        try (People people = new People(door, () -> suite.token("operator"))) {
            people.open();
            long begunAt;
            long endedAt;
            try (Crowd _ = new Crowd(people, trouble.perSecond())) {
                let(BEFORE);
                begunAt = System.nanoTime();
                trouble.begin().accept(suite);
                let(trouble.lasts());
                trouble.end().accept(suite);
                endedAt = System.nanoTime();
                let(AFTER);
            }
            return new Result(trouble, people.samples(), begunAt, endedAt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a run", e);
        }
    }

    /** Has many times more asked for than can be done. */
    Burst burst() throws InterruptedException {
        return Burst.of(() -> new People(door, () -> suite.token("operator")));
    }

    /** A run takes its time: nothing is waited for but the clock. */
    private static void let(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public void close() {
        door.close();
    }
}
