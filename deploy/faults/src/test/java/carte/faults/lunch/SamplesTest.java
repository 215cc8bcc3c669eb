package carte.faults.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void tellsQuantilesByNearestRank() {
        Samples hundred = new Samples(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> sample(0, millis, 200)).toList());
        assertThat(hundred.latency(0.99)).contains(Duration.ofMillis(99));
        assertThat(hundred.latency(0.5)).contains(Duration.ofMillis(50));
        assertThat(hundred.latency(1)).contains(Duration.ofMillis(100));
        assertThat(new Samples(List.of()).latency(0.5)).isEmpty();
    }

    @Test
    void countsWhatWasNotServed() {
        assertThat(new Samples(List.of(sample(0, 1, 200), sample(0, 1, 201), sample(0, 1, 503),
                sample(0, 1, 503), sample(0, 1, 0))).failures())
                .containsExactly(Map.entry("LIST 0", 1L),
                        Map.entry("LIST 503", 2L));
    }

    @Test
    void isCalmBehindTheLastWindowThatWasNot() {
        Duration most = Duration.ofMillis(50);
        assertThat(new Samples(List.of(sample(10, 5, 200), sample(900, 5, 200)))
                .calmAfter(0, most)).isZero();
        assertThat(new Samples(List.of(sample(10, 80, 200), sample(900, 5, 200)))
                .calmAfter(0, most)).isEqualTo(Duration.ofMillis(250));
        assertThat(new Samples(List.of(sample(10, 5, 200), sample(600, 5, 503),
                sample(900, 5, 200))).calmAfter(0, most)).isEqualTo(Duration.ofMillis(750));
    }

    private static Sample sample(long dueMillis, long latencyMillis, int status) {
        return new Sample(Wish.LIST, dueMillis * MILLI, (dueMillis + latencyMillis) * MILLI,
                status, false, true);
    }
}
