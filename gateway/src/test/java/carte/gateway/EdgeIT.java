package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Menus that the gateway keeps, with a real log that is written by hand. */
class EdgeIT {

    /** So long that nothing grows old while a case runs. */
    private static final String LONG_BOUND = "--carte.freshness.bound=10m";
    private static final String LONG_STALE = "--carte.freshness.stale-if-error=20m";
    private static final String LONG_DEADLINE = "--carte.edge.fill-deadline=5m";

    private static MenuLogUnderTest log;

    private final RestaurantId id = Menus.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + id + "/menu";
    private final MenuServiceStub service = new MenuServiceStub();
    private @Nullable RunningGateway running;

    @BeforeAll
    static void openLog() {
        log = new MenuLogUnderTest();
    }

    @AfterAll
    static void closeLog() {
        log.close();
    }

    @BeforeEach
    void serve() {
        service.has(id, 7);
    }

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
        service.close();
    }

    @Test
    void keepsNothingUntilItFollowsTheLog() throws Exception {
        start(LONG_BOUND, LONG_STALE, LONG_DEADLINE);
        for (int load = 1; load <= 3; load++) {
            assertThat(header(get(""), "Cache-Status"))
                    .isEqualTo("carte-redis; hit, carte-edge; fwd=miss");
            assertThat(service.loads()).isEqualTo(load);
        }
    }

    @Test
    void answersWhatItKeepsAsOfTheWatermark() throws Exception {
        startFollowing();
        HttpResponse<byte[]> loaded = awaitKept();
        Instant later = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
        log.watermark(id, later);

        await().untilAsserted(() -> assertThat(header(get(""), "As-Of")).isEqualTo(
                later.toString().contains(".")
                        ? later.toString()
                        : later.toString().replace("Z", ".000Z")));
        HttpResponse<byte[]> hit = get("");

        assertThat(header(hit, "Cache-Status")).isEqualTo("carte-edge; hit");
        assertThat(hit.body()).isEqualTo(loaded.body()).isEqualTo(body(7));
        for (String name : List.of("ETag", "Menu-Version", "Cache-Control", "Surrogate-Key",
                "Vary", "Content-Type", "X-Content-Type-Options")) {
            assertThat(header(hit, name)).as(name).isEqualTo(header(loaded, name)).isNotEmpty();
        }
        assertThat(hit.headers().firstValue("Carte-Shard")).isEmpty();
    }

    @Test
    void showsAChangeWithoutAskingForIt() throws Exception {
        startFollowing();
        awaitKept();
        int loads = service.loads();

        log.change(id, 8);

        await().untilAsserted(() -> assertThat(header(get(""), "Menu-Version")).isEqualTo("8"));
        assertThat(service.loads()).isEqualTo(loads);
        assertThat(MenuJson.ofUtf8(get("").body()).parse().version().number()).isEqualTo(8);
    }

    @Test
    void dropsWhatAChangeWithoutItsMenuOutdates() throws Exception {
        startFollowing();
        awaitKept();
        service.has(id, 8);

        log.changeWithoutMenu(id, 8);

        await().untilAsserted(() -> assertThat(header(get(""), "Menu-Version")).isEqualTo("8"));
        assertThat(service.lastTarget()).endsWith("?min_version=8");
    }

    @Test
    void aSlowLoadOfAnOlderMenuIsNotKept() throws Exception {
        startFollowing();
        Instant before = Instant.now();
        service.has(id, 7, () -> before, "carte-redis; fwd=miss", Duration.ofSeconds(1));
        CompletableFuture<HttpResponse<byte[]>> slow = gateway().sendAsync(gateway().to(menu));
        await().until(() -> service.loads() == 1);

        log.changeWithoutMenu(id, 8);
        slow.join();
        service.has(id, 8);

        await().untilAsserted(() -> assertThat(header(get(""), "Cache-Status"))
                .isEqualTo("carte-edge; hit"));
        assertThat(header(get(""), "Menu-Version")).isEqualTo("8");
    }

    @Test
    void aRecordThatCannotBeReadDropsWhatIsKept() throws Exception {
        startFollowing();
        awaitKept();
        service.has(id, 8);

        log.garbage(id);

        await().untilAsserted(() -> assertThat(header(get(""), "Menu-Version")).isEqualTo("8"));
    }

    @Test
    void readsAnewOncePerBoundWhenTheLogIsSilent() throws Exception {
        start("--carte.freshness.bound=1s", "--carte.freshness.margin=50ms");
        follow();
        awaitKept();
        service.has(id, 8);

        await().untilAsserted(() -> assertThat(header(get(""), "Menu-Version")).isEqualTo("8"));
        assertThat(header(get(""), "Cache-Status")).isEqualTo("carte-edge; hit");
        assertThat(service.loads()).isEqualTo(1);
    }

    @Test
    void answersStaleWithALabelWhenNothingNewerCanBeHad() throws Exception {
        start("--carte.freshness.bound=300ms", "--carte.freshness.margin=50ms");
        follow();
        awaitKept();
        service.fails(503);

        await().untilAsserted(() -> assertThat(header(get(""), "Cache-Status"))
                .matches("carte-edge; hit; stale; ttl=-\\d+"));
        HttpResponse<byte[]> stale = get("");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(header(stale, "Age")).matches("\\d+");
        assertThat(header(stale, "Menu-Version")).isEqualTo("7");
        assertThat(get("?min_version=8").statusCode()).isEqualTo(503);
    }

    @Test
    void answersTheErrorWhereStaleIsNotAllowed() throws Exception {
        start("--carte.freshness.bound=300ms", "--carte.freshness.margin=50ms",
                "--carte.freshness.stale-if-error=0s");
        follow();
        awaitKept();
        service.fails(503);

        await().untilAsserted(() -> assertThat(get("").statusCode()).isEqualTo(503));
        assertThat(header(get(""), "Retry-After")).isEqualTo("1");
    }

    @Test
    void doesNotServeALoadThatCameTooOld() throws Exception {
        start();
        service.has(id, 7, () -> Instant.now().minusSeconds(10), "carte-redis; hit", Duration.ZERO);

        Problems.assertProblem(get(""), 503, "unavailable");
        service.has(id, 7, () -> Instant.now().minusSeconds(10), "carte-redis; hit; stale; ttl=-10",
                Duration.ZERO);
        assertThat(get("").statusCode()).isEqualTo(200);
        assertThat(header(get(""), "Age")).isEqualTo("10");
        assertThat(header(get(""), "Cache-Status")).contains("stale");
    }

    @Test
    void asksFurtherForAVersionThatItDoesNotHave() throws Exception {
        startFollowing();
        awaitKept();
        service.has(id, 9);

        assertThat(header(get("?min_version=9"), "Menu-Version")).isEqualTo("9");
        assertThat(service.lastTarget()).endsWith("?min_version=9");
        assertThat(header(get("?min_version=8"), "Cache-Status")).isEqualTo("carte-edge; hit");
        Problems.assertProblem(get("?min_version=x"), 400, "malformed-request");
    }

    @Test
    void manyWhoMissAtOnceShareOneLoad() {
        start(LONG_BOUND, LONG_STALE, LONG_DEADLINE, "--carte.services.read-timeout=30s");
        follow();
        Sinks.Empty<Void> allHaveAsked = Sinks.empty();
        service.hasOnceTold(id, 7, allHaveAsked.asMono());
        var answers = IntStream.range(0, 100)
                .mapToObj(_ -> gateway().sendAsync(gateway().withoutToken(menu)))
                .toList();
        await().until(() -> gateway().underWay() == 100);
        allHaveAsked.tryEmitEmpty().orThrow();

        assertThat(answers).allSatisfy(
                answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(service.loads()).isEqualTo(1);
    }

    @Test
    void conditionsAndCodingsHoldForWhatIsKept() throws Exception {
        startFollowing();
        awaitKept();
        int loads = service.loads();

        var known = gateway().send(gateway().to(menu).header("If-None-Match", "W/\"7\""));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo("\"7\"");
        var gzip = gateway().send(gateway().to(menu).header("Accept-Encoding", "gzip"));
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        var head = gateway().call("HEAD", menu, "");
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(body(7).length));
        Problems.assertProblem(gateway().send(gateway().to(menu).header("Accept", "text/html")),
                406, "not-acceptable");
        assertThat(service.loads()).isEqualTo(loads);
    }

    @Test
    void aConnectionOnWhichEverythingIsKeptGoesOn() throws Exception {
        startFollowing();
        awaitKept();

        try (Socket socket = gateway().connect()) {
            for (int request = 1; request <= 5; request++) {
                RunningGateway.write(socket, "GET " + menu + " HTTP/1.1", "Host: carte",
                        "If-None-Match: *");
                byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 304".length());
                assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 304");
                skipHead(socket);
            }
        }
    }

    private static void skipHead(Socket socket) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = socket.getInputStream().read();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    @Test
    void pagesThatListenAreToldOfEachChange() throws Exception {
        startFollowing();
        awaitKept();
        try (Socket socket = listen()) {
            readUntil(socket, "retry: 2000\n\n");
            log.change(id, 8);
            assertThat(readUntil(socket, "}\n\n"))
                    .contains("event: menu\nid: 8\ndata: {\"version\":8,\"publishedAt\":\"");
            log.change(id, 8);
            log.change(id, 9);
            assertThat(readUntil(socket, "}\n\n")).contains("id: 9\n");
        }
    }

    @Test
    void aPageThatComesBackIsToldWhatItHasMissed() throws Exception {
        startFollowing();
        awaitKept();
        try (Socket socket = listen("Last-Event-ID: 6")) {
            assertThat(readUntil(socket, "}\n\n")).contains("id: 7\n");
        }
        service.fails(404);
        assertThat(gateway().get(menu.replace(id.value(), "NG-nobody").replace("/menu", "/events"))
                .statusCode()).isEqualTo(404);
    }

    private Socket listen(String... headers) throws IOException {
        Socket socket = gateway().connect();
        RunningGateway.write(socket, Stream.concat(
                Stream.of("GET /api/v1/restaurants/" + id + "/events HTTP/1.1", "Host: carte"),
                Arrays.stream(headers)).toArray(String[]::new));
        return socket;
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the stream goes on after " + text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void answersKeepTheOrderOfPipelinedRequests() throws Exception {
        startFollowing();
        awaitKept();

        String answers = gateway().raw("GET " + menu + " HTTP/1.1", "Host: carte", "",
                "GET /nothing-here HTTP/1.1", "Host: carte", "",
                "GET " + menu + " HTTP/1.1", "Host: carte", "",
                "GET " + menu + " HTTP/1.1", "Host: carte", "Connection: close");

        assertThat(found("HTTP/1\\.1 (\\d+)", answers)).containsExactly("200", "404", "200", "200");
        assertThat(found("(carte-edge; hit)", answers)).hasSize(3);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1))
                .toList();
    }

    private void startFollowing() {
        start(LONG_BOUND, LONG_STALE, LONG_DEADLINE);
        follow();
    }

    private void start(String... settings) {
        String[] all = Stream.concat(Arrays.stream(settings),
                Stream.of(
                        "--spring.kafka.bootstrap-servers=" + log.bootstrapServers()))
                .toArray(String[]::new);
        running = new RunningGateway(List.of(service.address()),
                List.of(RunningGateway.deadAddress()), all);
    }

    private RunningGateway gateway() {
        return Objects.requireNonNull(running);
    }

    /** Writes watermarks until the gateway keeps another menu of the same partition. */
    private void follow() {
        RestaurantId neighbour = Stream.generate(Menus::freshRestaurant)
                .filter(other -> MenuTopic.partitionOf(other) == MenuTopic.partitionOf(id))
                .findFirst().orElseThrow();
        String path = "/api/v1/restaurants/" + neighbour + "/menu";
        await().until(() -> {
            log.watermark(id, Instant.now());
            gateway().get(path);
            return header(gateway().get(path), "Cache-Status").equals("carte-edge; hit");
        });
        service.has(id, 7);
    }

    private HttpResponse<byte[]> awaitKept() {
        await().until(() -> header(get(""), "Cache-Status").equals("carte-edge; hit"));
        return get("");
    }

    private HttpResponse<byte[]> get(String query) {
        try {
            return gateway().get(menu + query);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] body(long version) {
        return MenuJson.of(Menus.menu(id, version, Menus.PUBLISHED)).utf8();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
