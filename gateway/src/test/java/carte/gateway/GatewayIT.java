package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static carte.gateway.RunningGateway.JOLLOF;
import static carte.gateway.RunningGateway.MAMA_PUT;
import static carte.gateway.RunningGateway.MENU;
import static carte.gateway.RunningGateway.ORDERS;
import static carte.gateway.RunningGateway.VERSIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What passes through the gateway, and how. */
class GatewayIT {

    private static final StubService MENU_SERVICE = new StubService();
    private static final StubService ORDER_SERVICE = new StubService();

    private static RunningGateway gateway;

    @BeforeAll
    static void open() {
        // Generous timeouts: no test here is about time.
        gateway = new RunningGateway(List.of(MENU_SERVICE.address()),
                List.of(ORDER_SERVICE.address()), "--carte.services.connect-timeout=20s",
                "--carte.services.read-timeout=20s",
                "--carte.services.write-timeout=20s", "--carte.services.queue-time=20s");
    }

    @AfterAll
    static void close() {
        gateway.close();
        MENU_SERVICE.close();
        ORDER_SERVICE.close();
    }

    @BeforeEach
    void answerNothing() {
        MENU_SERVICE.answers(204, "");
        ORDER_SERVICE.answers(204, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12_600, 3_000_000})
    void passesAMenuOnByteForByte(int size) throws Exception {
        byte[] menu = bytes(size);
        MENU_SERVICE.answers((_, response) -> response
                .header("ETag", "\"7\"").header("Menu-Version", "7")
                .header("As-Of", "2026-11-23T17:10:11.123Z")
                .header("Cache-Status", "carte-redis; hit").header("Surrogate-Key", "R")
                .header("Server", "secret/1.0").header("Connection", "X-Hop").header("X-Hop", "1")
                .header("Content-Length", Integer.toString(size))
                .sendObject(Unpooled.wrappedBuffer(menu)));

        HttpResponse<byte[]> answer = gateway.get(VERSIONS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(menu);
        assertThat(answer.headers().map()).containsEntry("etag", List.of("\"7\""))
                .containsEntry("menu-version", List.of("7"))
                .containsEntry("as-of", List.of("2026-11-23T17:10:11.123Z"))
                .containsEntry("cache-status", List.of("carte-redis; hit"))
                .containsEntry("surrogate-key", List.of("R"))
                .containsEntry("content-length", List.of(Integer.toString(size)))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .doesNotContainKeys("server", "x-hop");
    }

    @Test
    void passesCompressedAnswersOnUntouched() throws Exception {
        byte[] gzip = gzip("the menu of Mama Put".repeat(100));
        MENU_SERVICE.answers((_, response) -> response.header("Content-Encoding", "gzip")
                .header("Vary", "Accept-Encoding").sendByteArray(Mono.just(gzip)));

        var answer = gateway.send(gateway.to(VERSIONS).header("Accept-Encoding", "gzip;q=1.0, br"));

        assertThat(answer.body()).isEqualTo(gzip);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(MENU_SERVICE.onlyRequest().header("Accept-Encoding"))
                .isEqualTo("gzip;q=1.0, br");
    }

    @Test
    void answersNotModifiedWithHeadersAndWithoutBody() throws Exception {
        MENU_SERVICE.answers((request, response) -> response
                .status(request.requestHeaders().contains("If-None-Match", "\"7\"", false)
                        ? 304
                        : 500)
                .header("ETag", "\"7\"").header("Menu-Version", "7").send());

        String answer = gateway.raw("GET " + VERSIONS + " HTTP/1.1", "Host: localhost",
                RunningGateway.token(),
                "If-None-Match: \"7\"", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 304").containsIgnoringCase("etag: \"7\"")
                .containsIgnoringCase("menu-version: 7").endsWith("\r\n\r\n")
                .doesNotContainIgnoringCase("transfer-encoding")
                .doesNotContainIgnoringCase("content-length");
    }

    @Test
    void answersHeadWithTheHeadersOfGetAndNoBody() throws Exception {
        MENU_SERVICE.answers((_, response) -> response.header("ETag", "\"7\"")
                .header("Content-Length", "12600").send());

        String answer = gateway.raw("HEAD " + VERSIONS + " HTTP/1.1", "Host: localhost",
                RunningGateway.token(),
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: 12600")
                .containsIgnoringCase("etag: \"7\"").endsWith("\r\n\r\n");
        assertThat(MENU_SERVICE.onlyRequest().request().method().name()).isEqualTo("HEAD");
    }

    @Test
    void forwardsAWriteWhole() throws Exception {
        MENU_SERVICE.answers((_, response) -> response.header("ETag", "\"8\"")
                .header("Menu-Version", "8").sendString(Mono.just("{}")));

        var answer = gateway.send(gateway.to(MENU).header("If-Match", "\"7\"")
                .header("Content-Type", "application/json").header("Idempotency-Key", "k1")
                .PUT(BodyPublishers.ofString("{\"sections\":[]}")));

        assertThat(answer.headers().firstValue("Menu-Version")).hasValue("8");
        var received = MENU_SERVICE.onlyRequest();
        assertThat(new String(received.body(), UTF_8)).isEqualTo("{\"sections\":[]}");
        assertThat(received.header("If-Match")).isEqualTo("\"7\"");
        assertThat(received.header("Idempotency-Key")).isEqualTo("k1");
        assertThat(received.header("Content-Type")).isEqualTo("application/json");
        assertThat(received.header("Content-Length")).isEqualTo("15");
        assertThat(received.header("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesABodyOfExactlyTheLimit(boolean chunked) throws Exception {
        byte[] body = bytes(2 * 1024 * 1024);
        assertThat(gateway.send(put(body, chunked)).statusCode()).isEqualTo(204);
        assertThat(MENU_SERVICE.onlyRequest().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"2097153, true", "2097153, false", "3145728, true", "3145728, false"})
    void keepsALargerBodyFromTheService(int size, boolean chunked) throws Exception {
        assertProblem(gateway.send(put(bytes(size), chunked)), 413, "too-large")
                .contains("2097152");
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void forwardsPathAndQueryAsTheyWereSent() throws Exception {
        gateway.get("/api/v1/restaurants?country=NG&q=caf%C3%A9+%26%2F&cursor=a=b");
        assertThat(MENU_SERVICE.onlyRequest().request().uri())
                .isEqualTo("/api/v1/restaurants?country=NG&q=caf%C3%A9+%26%2F&cursor=a=b");
    }

    @Test
    void doesNotForwardTheBodyOfARead() throws Exception {
        gateway.call("GET", VERSIONS, "what is this?");
        assertThat(MENU_SERVICE.onlyRequest().body()).isEmpty();
        assertThat(MENU_SERVICE.onlyRequest().header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void sendsOrdersToTheirService() throws Exception {
        ORDER_SERVICE.answers(201, "{\"id\":\"o1\"}");
        assertThat(gateway.call("POST", ORDERS, "{}").statusCode()).isEqualTo(201);
        assertThat(new String(gateway.get(ORDERS + "/o1").body(), UTF_8)).contains("o1");
        assertThat(ORDER_SERVICE.received()).hasSize(2);
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void passesProblemsOfAServiceOnAsTheyAre() throws Exception {
        String problem = "{\"type\":\"urn:problem:carte:version-conflict\",\"status\":412}";
        MENU_SERVICE.answers((_, response) -> response.status(412)
                .header("Content-Type", "application/problem+json")
                .sendString(Mono.just(problem)));

        var answer = gateway.call("PATCH", JOLLOF, "{}");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo(problem);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/nothing", "POST, /api/v1/restaurants/NG-mama-put-ikeja/secrets",
            "GET, /api/v1/restaurants/a%2Fb/menu", "GET, /api/v1/orders/%2e%2e", "GET, /internal",
            "GET, /actuator", "GET, /actuator/env",
            "GET, /actuator/prometheus", "GET, /actuator/health"})
    void answersUnknownAddressesItself(String method, String path) throws Exception {
        assertProblem(gateway.call(method, path, ""), 404, "not-found").contains(path);
        assertProblem(gateway.send(gateway.withoutToken(path)
                .method(method, BodyPublishers.noBody())), 404, "not-found");
        assertThat(MENU_SERVICE.received()).isEmpty();
        assertThat(ORDER_SERVICE.received()).isEmpty();
    }

    @Test
    void forwardsNoDotSegments() throws Exception {
        String answer = gateway.raw("GET /api/v1/orders/../restaurants HTTP/1.1",
                "Host: localhost", "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 404");
        assertThat(ORDER_SERVICE.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /menu, 'GET, HEAD, PUT'", "POST, /menu, 'GET, HEAD, PUT'",
            "GET, /menu/items/jollof, PATCH", "OPTIONS, '', 'GET, HEAD, PATCH'"})
    void namesTheMethodsThatAnAddressTakes(String method, String path, String allowed)
            throws Exception {
        var answer = gateway.call(method, MAMA_PUT + path, "");
        assertProblem(answer, 405, "method-not-allowed").contains(method);
        assertThat(answer.headers().allValues("Allow")).containsExactly(allowed);
        assertProblem(gateway.send(gateway.withoutToken(MAMA_PUT + path)
                .method(method, BodyPublishers.noBody())), 405, "method-not-allowed");
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void doesNotBelieveWhatClientsSayAboutThemselves() throws Exception {
        gateway.raw("GET " + VERSIONS + " HTTP/1.1", "Host: carte.example", RunningGateway.token(),
                "Connection: close, X-Hop",
                "X-Hop: 1", "X-Forwarded-For: 6.6.6.6", "X-Forwarded-Proto: https",
                "Forwarded: for=6.6.6.6", "baggage: user=root", "TE: trailers");

        var received = MENU_SERVICE.onlyRequest();
        assertThat(received.header("X-Forwarded-For")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(received.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(received.header("X-Forwarded-Host")).isEqualTo("carte.example");
        assertThat(received.header("Host")).isEqualTo(MENU_SERVICE.address().getAuthority());
        assertThat(received.request().requestHeaders().names())
                .doesNotContain("Forwarded", "baggage", "TE", "X-Hop", "accept", "user-agent");
    }

    @ParameterizedTest
    @CsvSource({"9000, 0, 414, address-too-long", "0, 20000, 431, headers-too-large"})
    void refusesHeadsThatAreTooLong(int uri, int header, int status, String problem)
            throws Exception {
        String answer = gateway.raw("GET " + VERSIONS + "?q=" + "a".repeat(uri) + " HTTP/1.1",
                "Host: localhost", "X-Long: " + "a".repeat(header), "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "urn:problem:carte:" + problem);
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/restaurants?%zz=1, Malformed escape pair at index 20",
            "/api/v1/restaurants/%, Malformed escape pair at index 20",
            "/restaurants?q={rice}, Illegal character in query at index 15",
            "/|, Illegal character in path at index 1"})
    void saysWhatIsWrongWithAnAddress(String target, String fault) throws Exception {
        String answer = gateway.raw("GET " + target + " HTTP/1.1", "Host: localhost",
                "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json",
                "urn:problem:carte:malformed-request", fault);
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @Test
    void takesTheRestOfWhatItRefusesAndNothingAfterIt() throws Exception {
        String answer = gateway.raw("POST /api/v1/orders?%zz HTTP/1.1", "Host: localhost",
                "Content-Length: 2000000", "",
                "x".repeat(2_000_000) + "GET " + VERSIONS + " HTTP/1.1", "Host: localhost",
                RunningGateway.token());
        assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1")
                .endsWith("index 15\"}");
        assertThat(MENU_SERVICE.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%2F%C3%A9", "?tag[]=1", "?a=b#c", "?x=1&y=;,:@!$'()*+~"})
    void takesAddressesThatBrowsersSend(String query) throws Exception {
        assertThat(gateway.raw("GET " + VERSIONS + query + " HTTP/1.1", "Host: localhost",
                RunningGateway.token(), "Connection: close")).startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @CsvSource({"8192, true", "8193, false"})
    void takesAddressesOfUpToEightKilobytes(int line, boolean taken) throws Exception {
        String begin = "GET " + VERSIONS + "?q=";
        String end = " HTTP/1.1";
        String answer = gateway.raw(
                begin + "a".repeat(line - begin.length() - end.length()) + end,
                "Host: localhost", RunningGateway.token(), "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 " + (taken ? 204 : 414) + " ");
    }

    @ParameterizedTest
    @CsvSource({"15500, 204", "16500, 431"})
    void takesHeadersOfUpToSixteenKilobytes(int headers, int status) throws Exception {
        String host = "Host: localhost";
        String close = "Connection: close";
        String token = RunningGateway.token();
        int left = headers - host.length() - close.length() - token.length();
        String answer = gateway.raw("GET " + VERSIONS + " HTTP/1.1", host, token, close,
                "X-Long: " + "a".repeat(left));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void servesAThousandAtOnce() {
        MENU_SERVICE.answers(200, "menu");
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 1_000)
                .mapToObj(_ -> gateway.sendAsync(gateway.to(VERSIONS)))
                .toList();
        assertThat(answers).allSatisfy(
                answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(MENU_SERVICE.received()).hasSize(1_000);
    }

    @Test
    void saysAtTheBareAddressWhatItIs() throws Exception {
        var answer = gateway.get("/");
        var document = ContractJson.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(document.path("name").asString()).isEqualTo("Carte");
        assertThat(document.path("calls").findValuesAsString("path")).contains(
                "/api/v1/restaurants/{id}/menu");
        assertProblem(gateway.call("POST", "/", ""), 405, "method-not-allowed");
    }

    @Test
    void tellsWhetherItIsReady() throws Exception {
        assertThat(new String(gateway.get("/readyz").body(), UTF_8))
                .isEqualTo("{\"status\":\"UP\"}");
    }

    private static java.net.http.HttpRequest.Builder put(byte[] body, boolean chunked) {
        var publisher = BodyPublishers.ofByteArray(body);
        return gateway.to(MENU).PUT(
                chunked ? BodyPublishers.fromPublisher(publisher) : publisher);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
