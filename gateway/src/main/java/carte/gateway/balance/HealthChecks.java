package carte.gateway.balance;

import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks each instance of some services at regular times whether it is ready. */
public final class HealthChecks implements SmartLifecycle {

    private static final String READINESS = "/readyz";
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

    private final List<Balancer> balancers;
    private final Duration interval;
    private final Duration timeout;
    // Connections of their own: what keeps the others busy must not look like silence.
    private final ConnectionProvider pool = ConnectionProvider.builder("health")
            .maxConnections(2)
            .build();
    private final HttpClient client = HttpClient.create(pool).disableRetry(true);
    private volatile @Nullable Disposable checks;

    /** Takes how often to ask, and how long an answer may take. */
    public HealthChecks(List<Balancer> balancers, Duration interval, Duration timeout) {
        this.balancers = List.copyOf(balancers);
        this.interval = interval;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        // Each would be a trace of its own else, here and in the service.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            checks = looks().subscribe();
        }
    }

    private Flux<Health> looks() {
        return Flux.fromIterable(balancers)
                .flatMap(balancer -> Flux.fromIterable(balancer.addresses())
                        .flatMap(instance -> check(balancer, instance), Integer.MAX_VALUE));
    }

    private Flux<Health> check(Balancer balancer, URI instance) {
        AtomicBoolean told = new AtomicBoolean();
        return Flux.interval(interval)
                .onBackpressureDrop()
                .concatMap(_ -> ask(instance)
                        .doOnNext(health -> balancer.checked(instance, health))
                        // One look that went wrong must not be the last one.
                        .onErrorResume(error -> failed(instance, error, told)), 1);
    }

    private static Mono<Health> failed(URI instance, Throwable error, AtomicBoolean told) {
        if (told.compareAndSet(false, true)) {
            LOG.error("a look at {} went wrong, and it is looked at again", instance, error);
        }
        return Mono.empty();
    }

    private Mono<Health> ask(URI instance) {
        return client.get().uri(instance + READINESS)
                .responseSingle((answer, body) -> body.then(
                        Mono.just(Health.of(answer.status().code()))))
                .timeout(timeout)
                .onErrorReturn(Health.SILENT);
    }

    @Override
    public void stop() {
        Disposable running = checks;
        checks = null;
        if (running != null) {
            running.dispose();
        }
        pool.dispose();
    }

    @Override
    public boolean isRunning() {
        return checks != null;
    }

    // Ends before the event loops do, as the connections of the proxies.
    @Override
    public int getPhase() {
        return 1;
    }
}
