package carte.faults.check;

import carte.faults.history.History;
import carte.faults.history.Read;
import carte.faults.history.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Judges a history by what clients themselves have seen: a menu is outdated from the moment at
 * which a client had the acknowledgement of a newer version in its hands.
 */
public final class Checker {

    private static final int MOST_TOLD = 20;

    private final long boundNanos;

    /** Takes the bound that is promised. */
    public Checker(Duration bound) {
        this.boundNanos = bound.toNanos();
    }

    /**
     * Judges.
     *
     * @param last the version of each restaurant when all was over
     * @param faultEndNanos when the fault had ended, by the clients' clock
     */
    public Verdict check(History history, Map<String, Long> last, long faultEndNanos) {
        Violations violations = new Violations();
        Map<String, List<Write>> writes = byRestaurant(history.writes());
        checkWrites(writes, last, violations);
        List<Read> reads = history.reads();
        checkReaders(reads, violations);
        long worst = 0;
        int labelled = 0;
        Map<Integer, Integer> failures = new TreeMap<>();
        for (Read read : reads) {
            if (read.status() != 200) {
                failures.merge(read.status(), 1, Integer::sum);
                continue;
            }
            List<Write> known = writes.getOrDefault(read.restaurant(), List.of());
            checkContent(read, known, violations);
            if (read.stale()) {
                labelled++;
            } else {
                long outdated = outdatedFor(read, known);
                worst = Math.max(worst, outdated);
                violations.unless(outdated <= boundNanos, () -> "outdated for "
                        + Duration.ofNanos(outdated).toMillis() + " ms: " + read);
            }
        }
        return new Verdict(reads.size(), labelled, failures, Duration.ofNanos(worst),
                recovery(history, faultEndNanos), violations.told());
    }

    private static Map<String, List<Write>> byRestaurant(List<Write> writes) {
        Map<String, List<Write>> sorted = new HashMap<>();
        writes.stream().sorted(Comparator.comparingLong(Write::version)).forEach(write -> sorted
                .computeIfAbsent(write.restaurant(), _ -> new ArrayList<>()).add(write));
        return sorted;
    }

    private static void checkWrites(
            Map<String, List<Write>> writes, Map<String, Long> last, Violations violations) {
        writes.forEach((restaurant, each) -> {
            Set<Long> versions = new HashSet<>();
            each.forEach(write -> violations.unless(versions.add(write.version()),
                    () -> "acknowledged twice: " + write));
            long newest = each.getLast().version();
            violations.unless(last.getOrDefault(restaurant, 0L) >= newest,
                    () -> restaurant + " ends at " + last.get(restaurant)
                            + " but version " + newest + " was acknowledged");
        });
    }

    private static void checkReaders(List<Read> reads, Violations violations) {
        record Place(int reader, String restaurant) {}
        Map<Place, Read> previous = new HashMap<>();
        for (Read read : reads) {
            if (read.status() == 200) {
                violations.unless(read.version() >= read.minVersion(),
                        () -> "less than min_version: " + read);
            }
            if (read.isFresh()) {
                Read before = previous.put(new Place(read.reader(), read.restaurant()), read);
                violations.unless(before == null || before.version() <= read.version(),
                        () -> "went back from " + before + " to " + read);
            }
        }
    }

    private static void checkContent(Read read, List<Write> known, Violations violations) {
        int index = firstAbove(known, read.version() - 1);
        boolean isKnown = index < known.size() && known.get(index).version() == read.version();
        violations.unless(!isKnown || known.get(index).price() == read.price(),
                () -> "another price than " + known.get(index) + ": " + read);
    }

    /** Returns for how long a newer version had been acknowledged when the answer arrived. */
    private static long outdatedFor(Read read, List<Write> known) {
        long earliest = Long.MAX_VALUE;
        for (int index = firstAbove(known, read.version()); index < known.size(); index++) {
            earliest = Math.min(earliest, known.get(index).acknowledgedNanos());
        }
        return Math.max(0, read.receivedNanos() - earliest);
    }

    private static int firstAbove(List<Write> known, long version) {
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle).version() > version) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** From when on every read was fresh and a change made after the fault was seen. */
    private static Optional<Duration> recovery(History history, long faultEndNanos) {
        Optional<Write> first = history.writes().stream()
                .filter(write -> write.sentNanos() >= faultEndNanos)
                .min(Comparator.comparingLong(Write::acknowledgedNanos));
        Optional<Long> seen = first.flatMap(write -> history.reads().stream()
                .filter(read -> read.isFresh() && read.restaurant().equals(write.restaurant())
                        && read.version() >= write.version())
                .map(Read::receivedNanos)
                .min(Comparator.naturalOrder()));
        long lastBad = history.reads().stream()
                .filter(read -> !read.isFresh())
                .mapToLong(Read::receivedNanos)
                .max().orElse(faultEndNanos);
        return seen.map(moment -> Duration.ofNanos(
                Math.max(0, Math.max(moment, lastBad) - faultEndNanos)));
    }

    private static final class Violations {

        private final List<String> told = new ArrayList<>();

        void unless(boolean right, Supplier<String> what) {
            if (!right && told.size() < MOST_TOLD) {
                told.add(what.get());
            }
        }

        List<String> told() {
            return List.copyOf(told);
        }
    }
}
