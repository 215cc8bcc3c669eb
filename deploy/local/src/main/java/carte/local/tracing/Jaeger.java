package carte.local.tracing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Jaeger 2, all in one process, which keeps spans in memory.
 *
 * @param port of the page and the query API
 * @param ports free ones for what else it listens on
 */
public record Jaeger(Path program, int port, Ports ports) implements TraceViewer {

    /** The ports besides the page's. */
    public record Ports(int otlpGrpc, int otlpHttp, int queryGrpc, int health) {}

    @Override
    public String title() {
        return "Jaeger";
    }

    @Override
    public List<String> command() {
        return List.of(program.toString(), "--config", "yaml:" + configuration());
    }

    private String configuration() {
        return """
                service:
                  extensions: [jaeger_storage, jaeger_query, healthcheckv2]
                  pipelines:
                    traces:
                      receivers: [otlp]
                      processors: [batch]
                      exporters: [jaeger_storage_exporter]
                  telemetry:
                    metrics: {level: none}
                extensions:
                  healthcheckv2:
                    use_v2: true
                    http: {endpoint: "127.0.0.1:%4$d"}
                  jaeger_storage:
                    backends:
                      memory: {memory: {max_traces: 100000}}
                  jaeger_query:
                    storage: {traces: memory}
                    http: {endpoint: "127.0.0.1:%1$d"}
                    grpc: {endpoint: "127.0.0.1:%3$d"}
                receivers:
                  otlp:
                    protocols:
                      grpc: {endpoint: "127.0.0.1:%2$d"}
                      http: {endpoint: "127.0.0.1:%5$d"}
                processors:
                  batch: {}
                exporters:
                  jaeger_storage_exporter: {trace_storage: memory}
                """.formatted(port, ports.otlpGrpc, ports.queryGrpc, ports.health, ports.otlpHttp);
    }

    @Override
    public URI page() {
        return URI.create("http://localhost:" + port + "/");
    }

    @Override
    public URI traces(String gateway, String method) {
        return page().resolve("search?service=" + gateway
                + "&tags=%7B%22http.request.method%22%3A%22" + method + "%22%7D&lookback=1h");
    }

    @Override
    public String beforeListing() {
        return "";
    }

    @Override
    public String trace() {
        return page() + "trace/{trace}";
    }

    @Override
    public URI health() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public Map<String, String> agentSettings() {
        return Map.of(
                "otel.traces.exporter", "otlp",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + ports.otlpHttp);
    }
}
