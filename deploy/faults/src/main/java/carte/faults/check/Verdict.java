package carte.faults.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a history.
 *
 * @param reads how many there were
 * @param labelled how many were shown a menu that was said to be stale
 * @param failures how many were shown none, by HTTP status; 0 stands for no answer
 * @param worst the longest time for which a menu that was shown as fresh had been outdated
 * @param recovery from the fault's end until all was well again; empty if it never was
 * @param violations the first of what must not be
 */
public record Verdict(
        int reads,
        int labelled,
        Map<Integer, Integer> failures,
        Duration worst,
        Optional<Duration> recovery,
        List<String> violations) {

    /** Returns how many reads were shown no menu. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
