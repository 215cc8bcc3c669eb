package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static carte.gateway.RunningGateway.ORDER;
import static carte.gateway.RunningGateway.ORDERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What clients see when more comes than a service gets done, and what becomes of slow clients. */
class OverloadIT {

    private static final StubService ORDER_SERVICE = new StubService();

    private static RunningGateway gateway;

    @BeforeAll
    static void open() {
        gateway = new RunningGateway(List.of(RunningGateway.deadAddress()),
                List.of(ORDER_SERVICE.address()), "--carte.services.reads=4",
                "--carte.services.writes=2", "--carte.services.queue-time=50ms",
                "--carte.services.read-timeout=30s", "--carte.limits.head-timeout=300ms",
                "--carte.limits.stalled=300ms");
    }

    @AfterAll
    static void close() {
        gateway.close();
        ORDER_SERVICE.close();
    }

    @Test
    void servesWhatItCanOfABurstAndRefusesTheRest() throws Exception {
        Sinks.One<String> menu = Sinks.one();
        ORDER_SERVICE.answers((_, response) -> response.sendString(menu.asMono()));
        List<CompletableFuture<HttpResponse<byte[]>>> burst = IntStream.range(0, 200)
                .mapToObj(_ -> gateway.sendAsync(gateway.to(ORDER))).toList();
        await().until(() -> burst.stream().anyMatch(CompletableFuture::isDone));
        menu.tryEmitValue("menu").orThrow();

        Map<Integer, List<HttpResponse<byte[]>>> answers = burst.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode));

        assertThat(answers).containsOnlyKeys(200, 503);
        List<HttpResponse<byte[]>> served = answers.getOrDefault(200, List.of());
        assertThat(served).hasSizeGreaterThanOrEqualTo(4).allSatisfy(
                answer -> assertThat(new String(answer.body(), UTF_8)).isEqualTo("menu"));
        assertThat(answers.get(503)).allSatisfy(answer -> {
            assertProblem(answer, 503, "overloaded").contains("order-service");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        });
        assertThat(ORDER_SERVICE.received()).hasSize(served.size());
        assertThat(gateway.get(ORDER).statusCode()).isEqualTo(200);
    }

    @Test
    void servesWritesWhileReadsTakeAllTheirPlaces() throws Exception {
        Sinks.One<String> menu = Sinks.one();
        ORDER_SERVICE.answers((request, response) -> response.sendString(
                request.method().name().equals("GET") ? menu.asMono() : Mono.just("{}")));
        List<CompletableFuture<HttpResponse<byte[]>>> reads = IntStream.range(0, 4)
                .mapToObj(_ -> gateway.sendAsync(gateway.to(ORDER))).toList();
        await().until(() -> ORDER_SERVICE.received().size() == 4);

        assertProblem(gateway.get(ORDER), 503, "overloaded");
        assertThat(gateway.call("POST", ORDERS, "{}").statusCode()).isEqualTo(200);

        menu.tryEmitValue("menu").orThrow();
        assertThat(reads).allMatch(read -> read.join().statusCode() == 200);
        assertThat(gateway.get(ORDER).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsOffWhoseHeadDoesNotArrive() throws IOException {
        try (Socket slow = gateway.connect()) {
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost:".getBytes(UTF_8));
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void keepsAConnectionOnWhichNothingIsAsked() throws IOException {
        try (Socket slow = gateway.connect(); Socket idle = gateway.connect()) {
            RunningGateway.write(idle, "GET / HTTP/1.1", "Host: localhost");
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            // Whoever says nothing at all is cut off after the time that the other one idles.
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
            RunningGateway.write(idle, "GET / HTTP/1.1", "Host: localhost", "Connection: close");
            assertThat(new String(idle.getInputStream().readAllBytes(), UTF_8))
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void cutsOffWhoTakesNothingOfItsAnswer() throws IOException {
        AtomicBoolean hungUp = new AtomicBoolean();
        String piece = "menu".repeat(10_000);
        ORDER_SERVICE.answers((request, response) -> {
            request.withConnection(to -> to.onDispose(() -> hungUp.set(true)));
            return response.sendString(Flux.generate(sink -> sink.next(piece)));
        });
        try (Socket client = gateway.connect()) {
            RunningGateway.write(client, "GET " + ORDER + " HTTP/1.1", "Host: localhost");
            await().untilTrue(hungUp);
        }
    }
}
