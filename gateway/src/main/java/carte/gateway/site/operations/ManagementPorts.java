package carte.gateway.site.operations;

import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks each instance at regular times what it has to tell, and has the history remember it. */
final class ManagementPorts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementPorts.class);
    private static final int OK = 200;

    private final Map<String, URI> instances;
    private final OperationsSettings settings;
    private final History history;
    private final Clock clock;
    private final ConnectionProvider pool = ConnectionProvider.builder("operations")
            .maxConnections(1)
            .build();
    private final HttpClient client = HttpClient.create(pool).compress(true).disableRetry(true);
    private volatile @Nullable Disposable looks;

    ManagementPorts(OperationsSettings settings, History history, Clock clock) {
        this.settings = settings;
        this.instances = settings.addresses();
        this.history = history;
        this.clock = clock;
    }

    /** What one instance told. */
    private record Told(String instance, Samples samples) {}

    @Override
    public void start() {
        if (instances.isEmpty()) {
            return;
        }
        // Each would be a trace of its own else.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            looks = Flux.interval(Duration.ZERO, settings.interval())
                    .onBackpressureDrop()
                    .concatMap(_ -> look(), 1)
                    .subscribe(history::add);
        }
    }

    private Mono<Look> look() {
        return Flux.fromIterable(instances.entrySet())
                .flatMap(instance -> ask(instance.getKey(), instance.getValue()))
                .collectMap(Told::instance, Told::samples)
                .map(told -> Look.of(clock.instant(), told));
    }

    /** Completes without a value where there is no answer, which the history makes a fault of. */
    private Mono<Told> ask(String instance, URI address) {
        return client.get().uri(address)
                .responseSingle((answer, body) -> answer.status().code() == OK
                        ? body.asString()
                        : Mono.empty())
                .timeout(settings.timeout())
                .map(text -> new Told(instance, MetricText.read(text, MetricNames::isWanted)))
                .onErrorResume(error -> {
                    LOG.debug("{} tells nothing", instance, error);
                    return Mono.empty();
                });
    }

    @Override
    public void stop() {
        Disposable running = looks;
        looks = null;
        if (running != null) {
            running.dispose();
        }
        pool.dispose();
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }

    // Ends before the event loops do, as the connections of the proxies.
    @Override
    public int getPhase() {
        return 1;
    }
}
