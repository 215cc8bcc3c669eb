package carte.kit.telemetry;

import java.time.Duration;
import java.util.stream.LongStream;

/** The bounds of the buckets of histograms: few, so that each label costs few series. */
public final class Buckets {

    /** From a millisecond to ten seconds, the staleness bound among them. */
    public static final Duration[] OF_TIMES = LongStream.of(1_000, 2_500, 5_000, 10_000, 25_000,
            50_000, 100_000, 250_000, 500_000, 1_000_000, 2_000_000, 2_500_000, 5_000_000,
            10_000_000).mapToObj(micros -> Duration.ofNanos(micros * 1_000))
            .toArray(Duration[]::new);

    private Buckets() {}
}
