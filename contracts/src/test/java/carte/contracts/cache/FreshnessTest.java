package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");
    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5));

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void allowsUpToTheBoundLessTheMargin() {
        assertThat(FRESHNESS.allows(NOW.minusMillis(1_900), NOW)).isTrue();
        assertThat(FRESHNESS.allows(NOW.minusMillis(1_901), NOW)).isFalse();
        assertThat(FRESHNESS.allows(NOW.plusSeconds(1), NOW)).isTrue();
    }

    @Test
    void allowsOlderOnesOnErrorUnlessThatIsOff() {
        assertThat(FRESHNESS.allowsOnError(NOW.minusSeconds(300), NOW)).isTrue();
        assertThat(FRESHNESS.allowsOnError(NOW.minusSeconds(301), NOW)).isFalse();
        assertThat(new Freshness(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ZERO)
                .allowsOnError(NOW, NOW)).isFalse();
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThatThrownBy(() -> new Freshness(
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO))
                .hasMessageContaining("clock-margin");
        assertThatThrownBy(() -> new Freshness(
                Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(1)))
                .hasMessageContaining("stale-if-error");
    }

    @Test
    void aSlowClockIsCorrectedByWhatTheDatabaseSays() {
        DatabaseClock clock = clockAt(NOW.minusSeconds(10));
        clock.heard(NOW);
        assertThat(clock.now()).isEqualTo(NOW);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(clock.now()).isEqualTo(NOW.plusSeconds(3));
        assertThat(clock.behind()).isEqualTo(Duration.ofSeconds(13));
        clock.heard(NOW.plusSeconds(1));
        assertThat(clock.now()).as("an old message").isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void aFastClockIsLeftAlone() {
        DatabaseClock clock = clockAt(NOW.plusSeconds(10));
        clock.heard(NOW);
        assertThat(clock.now()).isEqualTo(NOW.plusSeconds(10));
        assertThat(clock.behind()).isZero();
    }

    @Test
    void anAnswerIsAsOfTheLaterOfReadingAndWatermark() {
        var absent = new CacheEntry.Absent(NOW);
        assertThat(new CachedMenu(absent, NOW.plusMillis(1)).asOf()).isEqualTo(NOW.plusMillis(1));
        assertThat(new CachedMenu(absent, NOW.minusMillis(1)).asOf()).isEqualTo(NOW);
    }

    private DatabaseClock clockAt(Instant time) {
        return new DatabaseClock(new SettableClock(time), nanos::get);
    }
}
