package carte.kit.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InstanceNameTest {

    @Test
    void takesTheNameThatIsGiven() {
        assertThat(new InstanceName("gateway-2")).hasToString("gateway-2");
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatThrownBy(() -> new InstanceName("gateway 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carte.instance")
                .hasMessageContaining("gateway 2")
                .hasMessageContaining("for example gateway-1");
    }

    @Test
    void namesItselfByWhereItRuns() {
        assertThat(InstanceName.of("gateway", "pod-7d9f", 8080))
                .hasToString("gateway@pod-7d9f:8080");
        assertThat(InstanceName.of("gateway", "pod-7d9f", 0)).asString()
                .matches("gateway@pod-7d9f:pid-\\d+");
        assertThat(InstanceName.of("gateway", "büro rechner".repeat(20), 8080)).asString()
                .hasSizeLessThan(100);
    }
}
