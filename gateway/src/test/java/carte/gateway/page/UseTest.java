package carte.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseTest {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofMillis(100);

    @ParameterizedTest
    @CsvSource({"0, FRESH", "1900, FRESH", "1901, STALE", "300000, STALE", "300001, NONE"})
    void dependsOnTheAge(long ageMillis, Use expected) {
        assertThat(Use.of(Duration.ofMillis(ageMillis),
                new Freshness(BOUND, MARGIN, Duration.ofMinutes(5)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1900, FRESH", "1901, NONE"})
    void isNeverStaleWhereThatIsNotAllowed(long ageMillis, Use expected) {
        assertThat(Use.of(Duration.ofMillis(ageMillis),
                new Freshness(BOUND, MARGIN, Duration.ZERO))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            // said, on the even clock, by the time of day | at most
            "0, 0, 0, 0",
            "40, 0, 0, 40",
            "40, 1000, 1000, 1041",
            "0, 1000, 5000, 5005",
            "0, 1000, -5000, 1001",
            "-70, 1000, 1000, 1001"})
    void anAgeIsWhatWasSaidAndTheTimeSinceTheAsking(
            long saidMillis, long evenMillis, long dayMillis, long expectedMillis) {
        Moment asked = new Moment(7, 1_000_000);
        Moment now = new Moment(7 + TimeUnit.MILLISECONDS.toNanos(evenMillis),
                1_000_000 + dayMillis);

        assertThat(new Known<>("", asked, Duration.ofMillis(saidMillis)).age(now))
                .isEqualTo(Duration.ofMillis(expectedMillis));
    }
}
