package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class EdgeSettingsTest {

    @Test
    void workWithoutAnySetting() {
        assertThat(bind(Map.of())).isEqualTo(new EdgeSettings(DataSize.ofMegabytes(256),
                DataSize.ofMegabytes(32), Duration.ofSeconds(5), Duration.ofMillis(1_500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(15)));
    }

    @Test
    void takeTheLeast() {
        assertThat(bind(Map.of("carte.edge.cache-bytes", "1MB",
                "carte.edge.translated-bytes", "8MB", "carte.edge.fill-deadline", "1ns",
                "carte.edge.patience", "1ns", "carte.edge.pause", "1ns",
                "carte.edge.heartbeat", "1ns"))).isEqualTo(new EdgeSettings(
                        DataSize.ofMegabytes(1), DataSize.ofMegabytes(8), Duration.ofNanos(1),
                        Duration.ofNanos(1),
                        Duration.ofNanos(1), Duration.ofNanos(1)));
    }

    @ParameterizedTest
    @CsvSource({
            "cache-bytes, 1048575B, at least 1MB", "cache-bytes, -1MB, at least 1MB",
            "translated-bytes, 7MB, at least 8MB",
            "fill-deadline, 0s, above zero", "fill-deadline, -1s, above zero",
            "patience, 0s, above zero", "patience, -1ms, above zero",
            "pause, 0s, above zero", "pause, -1s, above zero",
            "heartbeat, 0s, above zero", "heartbeat, -1s, above zero"})
    void nameTheSettingThatIsWrongAndWhatIsExpected(String name, String value, String expected) {
        assertThatThrownBy(() -> bind(Map.of("carte.edge." + name, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("carte.edge." + name + " must be ")
                .hasMessageContaining(expected);
    }

    private static EdgeSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("carte.edge", EdgeSettings.class);
    }
}
