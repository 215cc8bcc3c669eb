package carte.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.local.console.Progress;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoLoaderTest {

    private static final int RESTAURANTS = 50;

    /** Menu versions by restaurant, as a gateway would hold them. */
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    private final AtomicInteger writes = new AtomicInteger();
    private volatile int breaksAfter = Integer.MAX_VALUE;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer gateway;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    @Test
    void createsEveryRestaurantWithItsMenu() {
        loader("loaded").loadDemo();
        assertThat(versions).hasSize(RESTAURANTS).containsEntry("NG-mama-put-ikeja", 2);
        assertThat(versions.values()).containsOnly(2);
    }

    @Test
    void loadsOnce() {
        loader("loaded").loadDemo();
        writes.set(0);
        loader("loaded").loadDemo();
        assertThat(writes).hasValue(0);
    }

    @Test
    void goesOnAfterAnInterruptionAndKeepsWhatPeopleChanged() {
        breaksAfter = 31;
        assertThatThrownBy(() -> loader("loaded").loadDemo()).isInstanceOf(DemoNotLoaded.class)
                .hasMessageContaining("500");
        breaksAfter = Integer.MAX_VALUE;
        versions.put("NG-mama-put-ikeja", 9);
        loader("loaded").loadDemo();
        assertThat(versions).hasSize(RESTAURANTS).containsEntry("NG-mama-put-ikeja", 9);
        assertThat(versions.values()).doesNotContain(1);
    }

    @Test
    void changesNothingWhereAllIsThereButNotWrittenDown() {
        loader("loaded").loadDemo();
        loader("lost").loadDemo();
        assertThat(versions.values()).containsOnly(2);
    }

    @Test
    void addsGeneratedRestaurantsToFewerOnes() {
        loader("loaded").loadGenerated(3);
        loader("loaded").loadGenerated(5);
        loader("loaded").loadGenerated(0);
        assertThat(versions).hasSize(5);
        assertThat(versions.values()).containsOnly(2);
    }

    private DemoLoader loader(String loadedFile) {
        return new DemoLoader(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()),
                () -> "token", directory.resolve(loadedFile), Progress.silent());
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status(exchange, body), -1);
        exchange.close();
    }

    private int status(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && writes.incrementAndGet() > breaksAfter) {
            return 500;
        }
        if (method.equals("POST")) {
            String id = JsonMapper.shared().readTree(
                    new String(body, StandardCharsets.UTF_8)).get("id").asString();
            return versions.putIfAbsent(id, 1) == null ? 201 : 409;
        }
        String id = exchange.getRequestURI().getPath().split("/", -1)[4];
        if (method.equals("GET")) {
            exchange.getResponseHeaders().set("Menu-Version", String.valueOf(versions.get(id)));
            return 200;
        }
        boolean first = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Match"));
        return first && versions.replace(id, 1, 2) ? 200 : 412;
    }
}
