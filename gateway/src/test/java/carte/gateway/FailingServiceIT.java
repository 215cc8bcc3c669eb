package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static carte.gateway.RunningGateway.JOLLOF;
import static carte.gateway.RunningGateway.MENU;
import static carte.gateway.RunningGateway.ORDERS;
import static carte.gateway.RunningGateway.VERSIONS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What clients see of a service that fails. */
class FailingServiceIT {

    private static final String[] IMPATIENT = {
            "--carte.services.read-timeout=300ms", "--carte.services.write-timeout=300ms",
            "--carte.services.answer-timeout=600ms"};

    private final StubService menuService = new StubService();
    private @Nullable RunningGateway running;

    @AfterEach
    void close() {
        gateway().close();
        menuService.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /o1", "POST "})
    void isSaidToBeUnavailableWhereNothingListens(String call) throws Exception {
        String[] parts = call.split(" ", -1);
        start(List.of(menuService.address()));
        var answer = gateway().call(parts[0], ORDERS + parts[1], "");
        assertProblem(answer, 503, "unavailable").contains("order-service");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void isReplacedByAnotherInstanceForReads() throws Exception {
        start(List.of(RunningGateway.deadAddress(), menuService.address()));
        menuService.answers(200, "menu");
        for (int i = 0; i < 6; i++) {
            assertThat(gateway().get(VERSIONS).statusCode()).isEqualTo(200);
        }
        assertThat(menuService.received()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT " + MENU, "PATCH " + JOLLOF, "POST /api/v1/restaurants"})
    void isReplacedForWritesOfWhichNothingWasSent(String call) throws Exception {
        start(List.of(RunningGateway.deadAddress(), menuService.address()));
        menuService.answers(200, "{}");
        String[] parts = call.split(" ", -1);
        for (int i = 0; i < 4; i++) {
            assertThat(gateway().call(parts[0], parts[1], "{\"n\":1}").statusCode())
                    .isEqualTo(200);
        }
        assertThat(menuService.received()).hasSize(4)
                .allSatisfy(write -> assertThat(new String(write.body(), UTF_8))
                        .isEqualTo("{\"n\":1}"));
    }

    @Test
    void isAskedOnceMoreForAReadThatItHungUpOn() throws Exception {
        try (RawService dead = new RawService("")) {
            start(List.of(dead.address(), menuService.address()));
            menuService.answers(200, "menu");
            await().until(() -> {
                assertThat(gateway().get(VERSIONS).statusCode()).isEqualTo(200);
                return dead.requests() > 0;
            });
        }
    }

    @Test
    void isAskedOnceMoreForAWriteWithAKeyThatItHungUpOn() throws Exception {
        try (RawService dead = new RawService("")) {
            start(List.of(dead.address()));
            assertProblem(gateway().send(gateway().to(JOLLOF).header("Idempotency-Key", "k1")
                    .method("PATCH", BodyPublishers.ofString("{}"))), 502, "bad-gateway");
            assertThat(dead.requests()).isEqualTo(2);
        }
    }

    @Test
    void isNotAskedAgainForAWriteThatItHungUpOn() throws Exception {
        try (RawService dead = new RawService("")) {
            start(List.of(dead.address()));
            assertProblem(gateway().call("PATCH", JOLLOF, "{}"), 502, "bad-gateway");
            assertProblem(gateway().call("PUT", MENU, "{}"), 502, "bad-gateway");
            assertThat(dead.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void isGivenUpOnWhenItNeverAnswers(String method) throws Exception {
        start(List.of(menuService.address()), IMPATIENT);
        AtomicBoolean hungUp = new AtomicBoolean();
        menuService.answers((request, _) -> {
            request.withConnection(to -> to.onDispose(() -> hungUp.set(true)));
            return Mono.never();
        });
        assertProblem(gateway().call(method, MENU, ""), 504, "upstream-timeout")
                .contains("menu-service");
        assertThat(menuService.received()).hasSize(1);
        await().untilTrue(hungUp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n"})
    void isSaidToAnswerBadlyWhenItDoesNotSpeakHttp(String answer) throws Exception {
        try (RawService other = new RawService(answer)) {
            start(List.of(other.address()));
            assertProblem(gateway().get(VERSIONS), 502, "bad-gateway").contains("menu-service");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 100\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"})
    void doesNotPassForAWholeAnswerWhenItBreaksOff(String answer) throws Exception {
        try (RawService half = new RawService(answer)) {
            start(List.of(half.address()));
            assertThatThrownBy(() -> gateway().get(VERSIONS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void isSaidToAnswerBadlyWhenItBreaksOffBeforeTheBody() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 100\r\n\r\n";
        try (RawService half = new RawService(head)) {
            start(List.of(half.address()));
            HttpResponse<byte[]> answer = gateway().get(VERSIONS);
            assertProblem(answer, 502, "bad-gateway");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @Test
    void isGivenUpOnWhenItsAnswerNeverEnds() {
        start(List.of(menuService.address()), IMPATIENT);
        menuService.answers((_, response) -> response.header("Content-Length", "100")
                .sendString(Mono.just("half").concatWith(Mono.never()), UTF_8));
        assertThatThrownBy(() -> gateway().get(VERSIONS)).isInstanceOf(IOException.class);
    }

    @Test
    void isNotGivenUpOnForAStreamThatIsMeantNotToEnd() throws Exception {
        try (StubService orderService = new StubService();
                RunningGateway impatient = new RunningGateway(List.of(menuService.address()),
                        List.of(orderService.address()), IMPATIENT)) {
            running = impatient;
            Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
            orderService.answers((_, response) -> response.sse().sendString(events.asFlux()));
            menuService.answers((_, response) -> response.header("Content-Length", "100")
                    .sendString(Mono.just("half").concatWith(Mono.never()), UTF_8));
            events.tryEmitNext("id: 1\n\n").orThrow();
            try (InputStream stream = impatient.stream(ORDERS + "/1/events")) {
                // Each event comes while the service has not said anything more.
                assertThat(stream.readNBytes(7)).asString().isEqualTo("id: 1\n\n");

                assertThatThrownBy(() -> impatient.get(VERSIONS)).isInstanceOf(IOException.class);

                events.tryEmitNext("id: 2\n\n").orThrow();
                assertThat(stream.readNBytes(7)).asString().isEqualTo("id: 2\n\n");
                events.tryEmitComplete().orThrow();
                assertThat(stream.readAllBytes()).isEmpty();
            }
        }
    }

    @Test
    void isSaidToBeUnavailableWhenAllItsConnectionsAreInUse() throws Exception {
        start(List.of(menuService.address()), "--carte.services.connections=1",
                "--carte.services.connect-timeout=100ms", "--carte.services.read-timeout=30s");
        Sinks.One<String> menu = Sinks.one();
        menuService.answers((_, response) -> response.sendString(menu.asMono()));
        var first = gateway().sendAsync(gateway().to(VERSIONS));
        await().until(() -> menuService.received().size() == 1);

        assertProblem(gateway().get(VERSIONS), 503, "unavailable").contains("menu-service");

        menu.tryEmitValue("menu").orThrow();
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(gateway().get(VERSIONS).statusCode()).isEqualTo(200);
    }

    @Test
    void isToldWhenTheClientHasGone() throws Exception {
        start(List.of(menuService.address()));
        AtomicBoolean hungUp = new AtomicBoolean();
        menuService.answers((request, response) -> {
            request.withConnection(to -> to.onDispose(() -> hungUp.set(true)));
            return response.sendString(Mono.just("half").concatWith(Flux.never()));
        });
        try (Socket client = gateway().connect()) {
            RunningGateway.write(client, "GET " + VERSIONS + " HTTP/1.1", "Host: localhost",
                    RunningGateway.token());
            byte[] begin = client.getInputStream().readNBytes(12);
            assertThat(new String(begin, ISO_8859_1)).isEqualTo("HTTP/1.1 200");
        }
        await().untilTrue(hungUp);
    }

    private void start(List<URI> menu, String... settings) {
        running = new RunningGateway(menu, List.of(RunningGateway.deadAddress()), settings);
    }

    private RunningGateway gateway() {
        return Objects.requireNonNull(running, "not started");
    }
}
