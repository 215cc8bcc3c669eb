package carte.gateway;

import static carte.gateway.RunningGateway.ORDERS;
import static carte.gateway.RunningGateway.VERSIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class ShutdownIT {

    @Test
    void finishesWhatHasBegunAndEndsWhatHasNoEnd() throws Exception {
        Sinks.One<String> menu = Sinks.one();
        try (StubService service = new StubService();
                RunningGateway gateway = new RunningGateway(
                        List.of(service.address()), List.of(service.address()))) {
            service.answers((_, response) -> response.sse()
                    .sendString(Flux.just("id: 1\n\n").concatWith(Flux.never())));
            InputStream events = gateway.stream(ORDERS + "/1/events");
            service.answers((_, response) -> response.sendString(menu.asMono()));
            int port = gateway.port();
            CompletableFuture<HttpResponse<byte[]>> answer = gateway
                    .sendAsync(gateway.to(VERSIONS));
            await().until(() -> service.received().size() == 1);

            ApplicationAvailability availability = gateway.context()
                    .getBean(ApplicationAvailability.class);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(gateway::close);
            await().until(() -> refuses(port));
            assertThat(availability.getReadinessState())
                    .isEqualTo(ReadinessState.REFUSING_TRAFFIC);
            assertThat(events.readAllBytes()).asString().isEqualTo("id: 1\n\n");
            assertThat(closed).isNotDone();
            assertThat(answer).isNotDone();

            menu.tryEmitValue("the whole menu").orThrow();
            assertThat(new String(answer.join().body(), UTF_8)).isEqualTo("the whole menu");
            closed.join();
        }
    }

    private static boolean refuses(int port) throws Exception {
        try (Socket _ = new Socket("localhost", port)) {
            return false;
        } catch (ConnectException _) {
            return true;
        }
    }
}
