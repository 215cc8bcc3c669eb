package carte.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

class ExemplarsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-0";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new ExemplarSpan());
    private final ReadTimers timers = new ReadTimers(registry, "reads", "", Tier.EDGE);

    @Test
    void aTimeIsToldWithTheTraceThatTookIt() {
        answerIn(PARENT + "1");
        assertThat(openMetrics()).contains("trace_id=\"" + TRACE + "\"");
    }

    @Test
    void aTraceThatNobodyWillSeeIsNotTold() {
        answerIn(PARENT + "0");
        assertThat(openMetrics()).doesNotContain("trace_id").contains("reads_seconds_bucket");
    }

    private void answerIn(String traceParent) {
        Span span = Span.wrap(TraceParent.spanOf(traceParent));
        try (Scope _ = span.makeCurrent()) {
            timers.answered(Tier.EDGE, false, 1_000);
        }
    }

    private String openMetrics() {
        return registry.scrape("application/openmetrics-text");
    }
}
