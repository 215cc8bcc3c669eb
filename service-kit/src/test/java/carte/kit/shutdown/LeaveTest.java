package carte.kit.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a service that leaves stays; all times in seconds. */
class LeaveTest {

    private static final LeaveSettings SETTINGS = new LeaveSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30));

    @ParameterizedTest(name = "watched {0}, said {1}, served {2}, now {3}: stays {4}")
    @CsvSource({
            // Nobody watches.
            "    , 100,     , 100, 0",
            "69.9, 100, 99.9, 100, 0",
            // Watched, and quiet since.
            "99.5, 100,     , 100, 1",
            "99.5, 100, 99.9, 100, 1",
            "99.5, 100, 99.9, 100.4, 0.6",
            "99.5, 100, 99.9, 101, 0",
            "  70, 100,     , 100.5, 0.5",
            // Still asked.
            "99.5, 100, 100.7, 101, 0.7",
            "99.5, 100, 105, 105.1, 0.9",
            // Asked without an end.
            "99.5, 100, 109.9, 109.9, 0.1",
            "99.5, 100, 110, 110, 0",
            "99.5, 100, 120, 120, 0"})
    void staysUntilThoseWhoWatchHaveTurnedAway(
            @Nullable Double watched, double said, @Nullable Double served, double now,
            double stays) {
        assertThat(new Leave(seconds(said), watched == null ? null : seconds(watched))
                .remaining(SETTINGS, served == null ? null : seconds(served), seconds(now)))
                .isEqualTo(seconds(stays));
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> new LeaveSettings(
                Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quiet <= longest");
        assertThatThrownBy(() -> new LeaveSettings(
                Duration.ZERO, Duration.ZERO, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("watched-within");
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
