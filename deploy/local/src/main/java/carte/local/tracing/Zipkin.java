package carte.local.tracing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Zipkin in one jar, which keeps spans in memory.
 *
 * @param java the command line up to {@code -jar}
 */
public record Zipkin(List<String> java, Path jar, int port) implements TraceViewer {

    @Override
    public String title() {
        return "Zipkin";
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(java);
        command.addAll(List.of("-jar", jar.toString(),
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http",
                "--zipkin.storage.mem.max-spans=40000"));
        return command;
    }

    @Override
    public URI page() {
        return URI.create("http://localhost:" + port + "/zipkin/");
    }

    @Override
    public URI traces(String gateway, String method) {
        return page().resolve("?serviceName=" + gateway
                + "&annotationQuery=http.request.method%3D" + method + "&lookback=1h&limit=10");
    }

    @Override
    public String beforeListing() {
        return "press RUN QUERY; ";
    }

    @Override
    public String trace() {
        return page() + "traces/{trace}";
    }

    @Override
    public URI health() {
        return URI.create("http://127.0.0.1:" + port + "/health");
    }

    @Override
    public Map<String, String> agentSettings() {
        return Map.of(
                "otel.traces.exporter", "zipkin",
                "otel.exporter.zipkin.endpoint", "http://127.0.0.1:" + port + "/api/v2/spans");
    }
}
