package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");
    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5));

    @Test
    void allowsUpToTheBoundLessTheMargin() {
        assertThat(FRESHNESS.allows(NOW.minusMillis(1_900), NOW)).isTrue();
        assertThat(FRESHNESS.allows(NOW.minusMillis(1_901), NOW)).isFalse();
        assertThat(FRESHNESS.allows(NOW, NOW)).isTrue();
        assertThat(FRESHNESS.allows(NOW.plusMillis(1), NOW)).as("what cannot be").isFalse();
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
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> new Freshness(
                Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(1)))
                .hasMessageContaining("stale-if-error");
    }

    @Test
    void anAnswerIsAsOfTheLaterOfReadingAndWatermark() {
        var absent = new CacheEntry.Absent(NOW);
        assertThat(new CachedMenu(absent, NOW.plusMillis(1)).asOf()).isEqualTo(NOW.plusMillis(1));
        assertThat(new CachedMenu(absent, NOW.minusMillis(1)).asOf()).isEqualTo(NOW);
    }
}
