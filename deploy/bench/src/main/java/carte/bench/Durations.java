package carte.bench;

import java.util.List;
import java.util.Locale;

/** Times in nanoseconds, sorted. */
record Durations(List<Long> sorted) {

    private static final double NANOS_A_MILLI = 1e6;

    static Durations of(List<Long> nanos) {
        return new Durations(nanos.stream().sorted().toList());
    }

    /** Returns a quantile as text in milliseconds. */
    String at(double probability) {
        int rank = (int) Math.ceil(probability * sorted.size());
        long nanos = sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1));
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_A_MILLI);
    }
}
