package carte.local.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZipkinTest {

    private static final Zipkin ZIPKIN = new Zipkin(List.of("java"), Path.of("z.jar"), 9411);

    @Test
    void knowsTheAddressOfATrace() {
        assertThat(ZIPKIN.trace()).isEqualTo("http://localhost:9411/zipkin/traces/{trace}");
    }

    @Test
    void listsTheTracesOfAMethod() {
        assertThat(ZIPKIN.traces("gateway", "PATCH")).isEqualTo(URI.create(
                "http://localhost:9411/zipkin/?serviceName=gateway"
                        + "&annotationQuery=http.request.method%3DPATCH&lookback=1h&limit=10"));
    }

    @Test
    void showsATraceByItsId() {
        assertThat(ZIPKIN.trace()).isEqualTo("http://localhost:9411/zipkin/traces/{trace}");
    }

    @Test
    void agentSendsSpansThere() {
        assertThat(AgentSettings.of("menu-service", ZIPKIN, 1))
                .containsEntry("otel.service.name", "menu-service")
                .containsEntry("otel.traces.exporter", "zipkin")
                .containsEntry("otel.exporter.zipkin.endpoint",
                        "http://127.0.0.1:9411/api/v2/spans");
    }

    @Test
    void agentBelievesNobodysBaggage() {
        assertThat(AgentSettings.of("gateway", ZIPKIN, 1))
                .containsEntry("otel.propagators", "tracecontext");
    }

    @Test
    void agentLeavesJdbcAlone() {
        assertThat(AgentSettings.of("menu-service", ZIPKIN, 1))
                .containsEntry("otel.instrumentation.common.default-enabled", "false")
                .doesNotContainKey("otel.instrumentation.jdbc.enabled");
    }
}
