package carte.order.menuservice;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends reads to menu-service, to its instances in turn, and to the next where none is there. */
final class MenuServiceClient implements DisposableBean {

    // Within the time that the gateway gives an order; menu-service waits 2 s for a version.
    private static final Duration LONGEST_CONNECT = Duration.ofMillis(500);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_500);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(4);

    private final List<URI> instances;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final AtomicInteger turn = new AtomicInteger();

    MenuServiceClient(
            List<URI> instances, int mostCalls, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.instances = instances;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.connections = ConnectionProvider.builder("menu-service")
                .maxConnections(mostCalls)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.http = HttpClient.create(connections)
                .compress(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) LONGEST_CONNECT.toMillis())
                .responseTimeout(LONGEST_ANSWER);
    }

    /**
     * Returns the answer to a read. Fails where there is none, or one that tells of a fault of the
     * service; these, and nothing else, open the circuit.
     *
     * @param held the entity tag of what is not needed again; null for none
     */
    Mono<Answer> get(String path, @Nullable String held) {
        return Mono.defer(() -> get(path, held, turn.getAndIncrement(), 1))
                .timeout(LONGEST_CALL)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    private Mono<Answer> get(
            String path, @Nullable String held, int position, int attempt) {
        return send(instances.get(Math.floorMod(position, instances.size())).resolve(path), held)
                .onErrorResume(ConnectException.class, e -> attempt < instances.size()
                        ? get(path, held, position + 1, attempt + 1)
                        : Mono.error(e));
    }

    private Mono<Answer> send(URI target, @Nullable String held) {
        HttpClient asking = held == null
                ? http
                : http.headers(headers -> headers.set(HttpHeaderNames.IF_NONE_MATCH, held));
        return asking.get().uri(target)
                .responseSingle((head, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> new Answer(
                                head.status().code(), head.responseHeaders(), bytes)))
                .doOnNext(Answer::requireNoFault);
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}
