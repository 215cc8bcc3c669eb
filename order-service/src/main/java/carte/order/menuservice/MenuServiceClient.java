package carte.order.menuservice;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends reads to menu-service: to its instances in turn, to the next where one fails. */
final class MenuServiceClient implements DisposableBean {

    private static final Duration LONGEST_CONNECT = Duration.ofMillis(500);
    // menu-service waits 2 s for a version.
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_500);
    private static final Duration LONGEST_NEXT_ANSWER = Duration.ofMillis(1_400);
    // Within the time that the gateway gives an order.
    private static final Duration LONGEST_CALL = Duration.ofSeconds(4);

    private final Instances instances;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    MenuServiceClient(
            Instances instances, int mostCalls, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.instances = instances;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.connections = ConnectionProvider.builder("menu-service")
                .maxConnections(mostCalls)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.http = HttpClient.create(connections)
                .compress(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) LONGEST_CONNECT.toMillis());
    }

    /**
     * Returns the answer to a read. Fails where no instance gave one, or where it tells of a fault
     * of the service; these, and nothing else, open the circuit.
     *
     * @param held the entity tag of what is not needed again; null for none
     */
    Mono<Answer> get(String path, @Nullable String held) {
        return Mono.defer(() -> get(path, held, instances.inTurn(), 0))
                .timeout(LONGEST_CALL)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    private Mono<Answer> get(
            String path, @Nullable String held, List<URI> order, int attempt) {
        URI instance = order.get(attempt);
        return send(instance.resolve(path), held)
                .timeout(attempt == 0 ? LONGEST_ANSWER : LONGEST_NEXT_ANSWER)
                .doOnNext(_ -> instances.answered(instance))
                .doOnError(MenuServiceClient::isSilence, _ -> instances.silent(instance))
                .onErrorResume(MenuServiceClient::isNoAnswer, e -> attempt + 1 < order.size()
                        ? get(path, held, order, attempt + 1)
                        : Mono.error(e));
    }

    private static boolean isNoAnswer(Throwable failure) {
        return failure instanceof IOException || failure instanceof TimeoutException;
    }

    /** One that refuses costs no time; one that says nothing does, each time. */
    private static boolean isSilence(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof ConnectTimeoutException;
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
