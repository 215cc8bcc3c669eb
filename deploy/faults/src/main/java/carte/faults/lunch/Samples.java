package carte.faults.lunch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Requests and what can be said of them together. */
record Samples(List<Sample> all) {

    private static final Duration WINDOW = Duration.ofMillis(250);

    Samples {
        all = List.copyOf(all);
    }

    Samples only(Predicate<Sample> which) {
        return new Samples(all.stream().filter(which).toList());
    }

    Samples of(Wish wish) {
        return only(sample -> sample.wish() == wish);
    }

    /** Returns those that were to be sent from a moment to before another. */
    Samples between(long from, long to) {
        return only(sample -> sample.dueAt() - from >= 0 && sample.dueAt() - to < 0);
    }

    int count() {
        return all.size();
    }

    /** Returns how many were not served, by wish and status. */
    Map<String, Long> failures() {
        return all.stream().filter(sample -> !sample.served())
                .collect(Collectors.groupingBy(sample -> sample.wish() + " " + sample.status(),
                        TreeMap::new, Collectors.counting()));
    }

    /** Returns a quantile of the latencies by nearest rank, or nothing where there are none. */
    Optional<Duration> latency(double probability) {
        List<Duration> sorted = all.stream().map(Sample::latency).sorted().toList();
        int rank = (int) Math.ceil(probability * sorted.size());
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1)));
    }

    /**
     * Returns how long after {@code from} it took until all later windows of 250 ms were calm: all
     * served, and the 99th percentile within {@code most}.
     */
    Duration calmAfter(long from, Duration most) {
        long last = from;
        long end = all.stream().mapToLong(sample -> sample.dueAt() - from).max().orElse(0) + from;
        for (long start = from; start - end <= 0; start += WINDOW.toNanos()) {
            Samples window = between(start, start + WINDOW.toNanos());
            boolean calm = window.failures().isEmpty() && window.latency(0.99)
                    .map(latency -> latency.compareTo(most) <= 0).orElse(true);
            if (!calm) {
                last = start + WINDOW.toNanos();
            }
        }
        return Duration.ofNanos(last - from);
    }
}
