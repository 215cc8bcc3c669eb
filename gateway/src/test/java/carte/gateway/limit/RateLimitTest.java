package carte.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

class RateLimitTest {

    private final RateLimit limit = new RateLimit(
            (_, _) -> Mono.just(Duration.ZERO).publishOn(Schedulers.single()),
            new RateSettings(300, 600, 50, 100, Duration.ofSeconds(1)), 0,
            new InnerCalls(), new SimpleMeterRegistry());
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Test
    void goesOnOnTheRequestsOwnEventLoop() throws Exception {
        LoopResources loops = LoopResources.create("request", 2, true);
        DisposableServer server = HttpServer.create().runOn(loops).host("localhost").port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.webHandler(this::handle).build()))
                .bindNow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + server.port());
            assertThat(client.send(HttpRequest.newBuilder(address).build(),
                    BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        } finally {
            server.disposeNow();
            loops.dispose();
        }
        assertThat(threads).hasSize(2).containsOnly(threads.getFirst());
    }

    private Mono<Void> handle(ServerWebExchange exchange) {
        threads.add(Thread.currentThread());
        return limit.admit(exchange)
                .then(Mono.fromRunnable(() -> threads.add(Thread.currentThread())));
    }
}
