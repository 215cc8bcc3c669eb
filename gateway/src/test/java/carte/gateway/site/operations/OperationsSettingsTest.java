package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsSettingsTest {

    @Test
    void namesInstancesAndTheirAddresses() {
        assertThat(settings("gateway=http://localhost:9080/actuator/prometheus").addresses())
                .containsOnly(entry("gateway",
                        URI.create("http://localhost:9080/actuator/prometheus")));
        assertThat(settings().addresses()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> settings("http://localhost:9080/metrics"))
                .hasMessageContaining("carte.operations.instances");
        assertThatThrownBy(() -> settings("gateway=localhost:9080"))
                .hasMessageContaining("gateway=localhost:9080");
        assertThatThrownBy(() -> settings("a=http://one/", "a=http://two/"))
                .hasMessageContaining("twice");
    }

    @Test
    void refusesATimeOfNothingAndALinkToNoPage() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new OperationsSettings(
                List.of(), Duration.ZERO, second, null, null))
                .hasMessageContaining("carte.operations.interval");
        assertThatThrownBy(() -> new OperationsSettings(
                List.of(), second, second, null, URI.create("javascript:alert(1)")))
                .hasMessageContaining("carte.operations.dashboards");
    }

    private static OperationsSettings settings(String... instances) {
        return new OperationsSettings(List.of(instances), Duration.ofSeconds(5),
                Duration.ofSeconds(2), null, null);
    }
}
