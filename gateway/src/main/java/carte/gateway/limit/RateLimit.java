package carte.gateway.limit;

import carte.kit.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Lets each client ask as often as it may, and tells it when to come back otherwise. */
public final class RateLimit {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Rates rates;
    private final Rate reads;
    private final Rate writes;
    private final int trustedProxies;
    private final InnerCalls innerCalls;
    private final MeterRegistry registry;
    private final Counter uncounted;

    RateLimit(
            Rates rates,
            RateSettings settings,
            int trustedProxies,
            InnerCalls innerCalls,
            MeterRegistry registry) {
        this.rates = rates;
        this.reads = settings.read();
        this.writes = settings.write();
        this.trustedProxies = trustedProxies;
        this.innerCalls = innerCalls;
        this.registry = registry;
        this.uncounted = Counter.builder("carte.limit.uncounted")
                .description("Requests that were let in because Redis did not count them")
                .register(registry);
    }

    /** Completes if the request may be answered, and fails with the problem otherwise. */
    public Mono<Void> admit(ServerWebExchange exchange) {
        if (innerCalls.isInner(exchange.getRequest().getHeaders().getFirst(InnerCalls.HEADER))) {
            return Mono.empty();
        }
        HttpMethod method = exchange.getRequest().getMethod();
        Rate rate = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
                ? reads
                : writes;
        return exchange.getPrincipal().map(Principal::getName).map(name -> "subject:" + name)
                .switchIfEmpty(Mono.fromSupplier(() -> "address:" + address(exchange)))
                .flatMap(client -> rates.ask(client, rate)
                        .switchIfEmpty(Mono.fromRunnable(uncounted::increment)))
                // All of Redis's answers come on one thread, which has to count for everybody.
                .publishOn(ownLoop(exchange.getRequest()))
                .flatMap(wait -> wait.isZero() ? Mono.empty() : Mono.error(refusal(rate, wait)));
    }

    /** Returns the event loop of the client's connection, where the rest of a request belongs. */
    private static Scheduler ownLoop(ServerHttpRequest request) {
        HttpServerRequest own = ServerHttpRequestDecorator.getNativeRequest(request);
        return Schedulers.fromExecutor(rest -> own.withConnection(
                connection -> connection.channel().eventLoop().execute(rest)));
    }

    private String address(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return ClientName.of(request.getRemoteAddress(),
                request.getHeaders().getOrEmpty(FORWARDED_FOR), trustedProxies);
    }

    private ProblemException refusal(Rate rate, Duration wait) {
        registry.counter("carte.limit.refused", "kind", rate.kind()).increment();
        return ProblemException.tooManyRequests(
                "one client may make " + rate.perSecond() + " " + rate.kind() + " a second",
                Duration.ofSeconds(wait.plusMillis(999).toSeconds()));
    }
}
