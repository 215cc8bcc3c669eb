package carte.faults;

import carte.faults.check.Checker;
import carte.faults.check.Verdict;
import carte.faults.history.History;
import carte.local.suite.LocalSuite;
import java.time.Duration;
import java.util.Map;

/** One fault while clients write and read, from before its beginning to after its end. */
final class FaultRun {

    static final Duration BOUND = Duration.ofSeconds(2);

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration AFTERWARDS = Duration.ofSeconds(12);

    private FaultRun() {}

    /** What came of it. */
    record Result(Fault fault, History history, Verdict verdict, Duration length) {}

    static Result of(LocalSuite suite, Fault fault) {
        History history = new History();
        long start = System.nanoTime();
        long faultEnd;
        Map<String, Long> last;
        try (Workload workload = new Workload(
                suite.gateway(), () -> suite.token("operator"), history)) {
            workload.start();
            Phase.pass(WARM_UP);
            fault.begin().accept(suite);
            Phase.pass(fault.duration());
            fault.end().accept(suite);
            faultEnd = System.nanoTime();
            Phase.pass(AFTERWARDS);
            workload.end();
            last = workload.versions();
        }
        Verdict verdict = new Checker(BOUND).check(history, last, faultEnd);
        return new Result(fault, history, verdict, Duration.ofNanos(System.nanoTime() - start));
    }
}
