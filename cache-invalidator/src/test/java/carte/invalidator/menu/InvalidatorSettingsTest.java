package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvalidatorSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void patienceIsShorterThanKafkas() {
        assertThatThrownBy(() -> new InvalidatorSettings(Duration.ofHours(1), SECOND, SECOND))
                .hasMessageContaining("patience is PT1H");
    }

    @Test
    void retriesDoNotFollowAtOnce() {
        assertThatThrownBy(() -> new InvalidatorSettings(SECOND, Duration.ZERO, SECOND))
                .hasMessageContaining("shortest-retry is PT0S");
    }

    @Test
    void retriesDoNotComeFaster() {
        assertThatThrownBy(() -> new InvalidatorSettings(
                SECOND, Duration.ofSeconds(2), SECOND))
                .hasMessageContaining("longest-retry is PT1S")
                .hasMessageContaining("shortest-retry, which is PT2S");
    }
}
