package carte.local.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JaegerTest {

    private static final Jaeger JAEGER = new Jaeger(
            Path.of("/opt/jaeger"), 16686, new Jaeger.Ports(20001, 20002, 20003, 20004));

    @Test
    void knowsTheAddressOfATrace() {
        assertThat(JAEGER.trace()).isEqualTo("http://localhost:16686/trace/{trace}");
    }

    @Test
    void listensOnItsPortsOnly() {
        List<String> command = JAEGER.command();
        assertThat(command).startsWith("/opt/jaeger", "--config");
        assertThat(command.getLast()).startsWith("yaml:")
                .contains("127.0.0.1:16686", "127.0.0.1:20001", "127.0.0.1:20002",
                        "127.0.0.1:20003", "127.0.0.1:20004");
    }

    @Test
    void agentSendsSpansThere() {
        assertThat(JAEGER.agentSettings()).containsEntry("otel.traces.exporter", "otlp")
                .containsEntry("otel.exporter.otlp.endpoint", "http://127.0.0.1:20002");
    }

    @Test
    void isFoundOnTheSearchPath(@TempDir Path directory) throws IOException {
        Path program = Files.createFile(directory.resolve("jaeger"));
        assertThat(TraceViewer.jaegerOn("/nowhere:" + directory)).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(TraceViewer.jaegerOn("/nowhere:" + directory)).contains(program);
    }
}
