package carte.kit.expiry;

import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes rows whose time is over from all databases of a service, every hour. */
public final class Expiry implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final List<String> databases;
    private final BiFunction<String, Mono<Long>, Mono<Long>> within;
    private final List<ExpiringRows> kinds;
    private final Disposable.Swap removal = Disposables.swap();

    /**
     * Takes what is to be removed from where.
     *
     * @param within runs work in the database of a name
     */
    public Expiry(List<String> databases, BiFunction<String, Mono<Long>, Mono<Long>> within,
            List<ExpiringRows> kinds) {
        this.databases = List.copyOf(databases);
        this.within = within;
        this.kinds = List.copyOf(kinds);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        // Nobody looks for what is done again and again.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            removal.update(Flux.interval(PERIOD)
                    .onBackpressureDrop()
                    .concatMap(_ -> Flux.fromIterable(databases).concatMap(this::removeFrom))
                    .subscribe());
        }
    }

    /** Removes them from one of the databases now; what cannot be removed stays and is told of. */
    public Mono<Void> removeFrom(String database) {
        return Flux.fromIterable(kinds)
                .concatMap(rows -> within.apply(database, rows.removeExpired())
                        .onErrorResume(error -> {
                            LOG.warn("{}: expired {} stay for another hour: {}", database,
                                    rows.plural(), error.toString());
                            return Mono.empty();
                        }))
                .then();
    }

    @Override
    public void destroy() {
        removal.dispose();
    }
}
