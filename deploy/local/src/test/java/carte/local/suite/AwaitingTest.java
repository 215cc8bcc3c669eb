package carte.local.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.embedded.FreePorts;
import carte.local.process.ChildProcess;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitingTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:" + FreePorts.any() + "/");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void namesTheServiceThatDiedAndSaysWhy() {
        ChildProcess process = shell("echo 'Caused by: no room on the device'; exit 7");
        assertThatThrownBy(() -> Awaiting.ready(process, NOBODY, Duration.ofMinutes(1)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("menu-service ended while it was starting (exit code 7)")
                .hasMessageContaining("    no room on the device")
                .hasMessageContaining(process.log().toString());
    }

    @Test
    void givesUpOnOneThatIsNeverReady() {
        ChildProcess process = shell("exec sleep 600");
        try {
            assertThatThrownBy(() -> Awaiting.ready(process, NOBODY, Duration.ofMillis(300)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("menu-service was not ready after 0 s");
            assertThatThrownBy(() -> Awaiting.page(process, NOBODY, Duration.ofMillis(300)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("menu-service did not show " + NOBODY + " after 0 s");
        } finally {
            process.kill();
        }
    }

    @Test
    void waitsUntilTheHealthCheckIsGreen() throws IOException {
        HttpServer health = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var asked = new AtomicInteger();
        health.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        health.start();
        ChildProcess process = shell("exec sleep 600");
        try {
            URI address = URI.create("http://127.0.0.1:" + health.getAddress().getPort() + "/");
            assertThatCode(() -> Awaiting.ready(process, address, Duration.ofMinutes(1)))
                    .doesNotThrowAnyException();
        } finally {
            process.kill();
            health.stop(0);
        }
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start("menu-service", List.of("/bin/sh", "-c", script),
                directory.resolve("menu-service.log"));
    }
}
