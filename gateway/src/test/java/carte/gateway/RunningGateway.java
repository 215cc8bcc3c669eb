package carte.gateway;

import carte.kit.security.TestIssuer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on a free port and two ways to talk to it: properly, and byte by byte. */
final class RunningGateway implements AutoCloseable {

    static final String MAMA_PUT = "/api/v1/restaurants/NG-mama-put-ikeja";
    static final String MENU = MAMA_PUT + "/menu";
    /** What the menu-service answers and the gateway passes on; for whoever has a token. */
    static final String VERSIONS = MENU + "/versions";
    static final String JOLLOF = MENU + "/items/jollof";
    static final String ORDERS = "/api/v1/orders";
    static final String ORDER = ORDERS + "/o1";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final ConfigurableApplicationContext context;

    RunningGateway(List<URI> menu, List<URI> order, String... settings) {
        Stream<String> wiring = Stream.of("--server.port=0", "--management.server.port=0",
                "--" + TestIssuer.shared().setting(),
                "--carte.services.menu=" + joined(menu),
                "--carte.services.order=" + joined(order));
        // Stubs count what they are asked, and are not to be asked how they are unless a test says.
        Stream<String> usual = Arrays.stream(settings).anyMatch(each -> each.contains("health"))
                ? Stream.empty()
                : Stream.of("--carte.services.health-interval=1h");
        context = SpringApplication.run(Gateway.class,
                Stream.of(wiring, usual, Arrays.stream(settings)).flatMap(each -> each)
                        .toArray(String[]::new));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Returns how many requests have begun to be answered and have not been. */
    int underWay() {
        return context.getBean(MeterRegistry.class).find("http.server.requests.active")
                .longTaskTimers().stream().mapToInt(LongTaskTimer::activeTasks).sum();
    }

    /** Begins a request of an operator's. */
    HttpRequest.Builder to(String path) {
        return to(path, "Bearer " + TestIssuer.shared().signer().operator());
    }

    HttpRequest.Builder to(String path, String authorization) {
        return withoutToken(path).header("Authorization", authorization);
    }

    HttpRequest.Builder withoutToken(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    /** Returns the line by which {@link #raw} sends an operator's token. */
    static String token() {
        return "Authorization: Bearer " + TestIssuer.shared().signer().operator();
    }

    HttpResponse<byte[]> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(to(path).method(method, publisher(body)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Returns the body of an answer as it comes. */
    InputStream stream(String path) throws IOException, InterruptedException {
        return CLIENT.send(withoutToken(path).GET().build(), BodyHandlers.ofInputStream()).body();
    }

    CompletableFuture<HttpResponse<byte[]>> sendAsync(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    /** Sends these lines as the head of a request and returns everything that comes back. */
    String raw(String... lines) throws IOException {
        try (Socket socket = connect()) {
            write(socket, lines);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("localhost", port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    static void write(Socket socket, String... lines) throws IOException {
        String head = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Returns an address at which nobody listens. */
    static URI deadAddress() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher publisher(String body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static String joined(List<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        context.close();
    }
}
