package carte.local.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import carte.local.telemetry.TelemetryRegistry.Metric;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is named in the sources is in the registry, and what is in the registry is named. */
class TelemetryNamesTest {

    private final TelemetryRegistry registry = TelemetryRegistry.ofThisCheckout();
    private final String sources = TelemetrySources.ofThisCheckout();

    @Test
    void everyMeterIsRegistered() {
        assertThat(TelemetrySources.meters(sources)).hasSizeGreaterThan(40)
                .isEqualTo(registry.metrics().stream().map(Metric::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everySpanAttributeIsRegistered() {
        assertThat(TelemetrySources.attributes(sources)).hasSizeGreaterThan(5)
                .isEqualTo(registry.attributes());
    }

    @Test
    void aNameThatWasMadeUpIsFound() {
        String madeUp = """
                Gauge.builder("carte.made.up", this, Object::hashCode);
                counter(
                        registry, "carte.made.up.too", "Says nothing");
                span.setAttribute("carte.made.up", 1);
                AttributeKey
                        .stringKey("made.up.too");
                """;
        assertThat(TelemetrySources.meters(madeUp))
                .containsExactly("carte.made.up", "carte.made.up.too");
        assertThat(TelemetrySources.attributes(madeUp))
                .containsExactly("carte.made.up", "made.up.too");
    }

    @Test
    void prometheusNamesFollowFromMicrometers() {
        assertThat(registry.metrics()).allSatisfy(metric -> assertThat(metric.exposed())
                .startsWith(metric.name().replace('.', '_'))
                .matches(switch (metric.type()) {
                    case "counter" -> "[a-z_]+_total";
                    case "histogram" -> "[a-z_]+_seconds";
                    case "gauge" -> "[a-z_]+";
                    default -> "a type such as counter";
                }));
    }
}
