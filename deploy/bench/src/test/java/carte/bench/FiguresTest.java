package carte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of other programs' words, and what is made of it. */
class FiguresTest {

    private static final String WRK = """
            Running 5s test @ http://127.0.0.1:18080/
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency   544.34us  612.10us  12.41ms   95.01%
                Req/Sec    60.44k     3.10k   66.10k    70.00%
              Latency Distribution
                 50%  428.00us
                 99%    3.15ms
              300663 requests in 5.00s, 3.61GB read
            Requests/sec:  60130.60
            Transfer/sec:    739.11MB
            """;

    @Test
    void ratesAndLatenciesAreReadFromWrk() {
        assertThat(Wrk.parse(WRK)).isEqualTo(new Wrk.Result(60_130.60, 3.15));
        assertThat(Wrk.parse(WRK.replace("3.15ms", "315.00us")).p99Millis())
                .isCloseTo(0.315, within(1e-9));
        assertThat(Wrk.parse(WRK.replace("3.15ms", "1.20s")).p99Millis()).isEqualTo(1_200);
    }

    @Test
    void aRunWithFaultsIsNoMeasurement() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Wrk.parse(WRK + "  Non-2xx or 3xx responses: 17\n"))
                .withMessageContaining("17");
        assertThatIllegalStateException().isThrownBy(() -> Wrk.parse("unable to connect"));
    }

    @Test
    void theHeapIsTheSumOfItsGenerations() {
        assertThat(Listeners.heap("""
                DefNew     total 116160K, used 31021K [0x0000000687400000, 0x000000068f200000)
                 eden space 103296K,  30% used [0x0000000687400000, 0x000000068924b550)
                Tenured    total 258048K, used 1166K [0x0000000704d50000, 0x0000000714950000)
                Metaspace       used 84821K, committed 85440K, reserved 1179648K
                """)).isEqualTo((31_021 + 1_166) * 1_024);
        assertThatIllegalStateException().isThrownBy(() -> Listeners.heap("garbage-first heap"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.2, 0.01", "0.57, 0.1", "0.73, 0.2", "1, 1", "0.385, 0.055"})
    void visitsGoToThePopularOnes(double share, double rank) {
        assertThat(Restaurants.rank(share)).isCloseTo(rank, within(1e-9));
    }

    @Test
    void quantilesAreOfWhatWasMeasured() {
        Durations durations = Durations.of(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> millis * 1_000_000).toList().reversed());
        assertThat(durations.at(0.5)).isEqualTo("50.0 ms");
        assertThat(durations.at(0.99)).isEqualTo("99.0 ms");
        assertThat(durations.at(1)).isEqualTo("100.0 ms");
        assertThat(Durations.of(List.of(1_500_000L)).at(0.5)).isEqualTo("1.5 ms");
    }
}
