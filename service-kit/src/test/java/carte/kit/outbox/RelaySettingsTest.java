package carte.kit.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelaySettingsTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    @Test
    void refusesALeaseThatExpiresBetweenRenewals() {
        assertThatThrownBy(() -> new RelaySettings(Duration.ofSeconds(2), Duration.ofSeconds(1),
                Duration.ofMillis(10), Duration.ofMillis(100), 500, INTERVAL))
                .hasMessageContaining("at most a third of lease-duration");
    }

    @Test
    void refusesPollsThatContradictEachOther() {
        assertThatThrownBy(() -> new RelaySettings(Duration.ofSeconds(5), Duration.ofSeconds(1),
                Duration.ofMillis(200), Duration.ofMillis(100), 500, INTERVAL))
                .hasMessageContaining("shortest-poll <= longest-poll");
    }

    @Test
    void refusesWatermarksThatComeBeforeTheNextPoll() {
        assertThatThrownBy(() -> new RelaySettings(Duration.ofSeconds(5), Duration.ofSeconds(1),
                Duration.ofMillis(10), Duration.ofMillis(100), 500, Duration.ofMillis(5)))
                .hasMessageContaining("watermark-interval").hasMessageContaining("shortest-poll");
    }
}
