package carte.order.popularity;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.DatabaseClock;
import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the primary's time into the primary, so that its replica shows as of when it is, and takes
 * note of that time itself.
 */
final class PrimaryBeat implements InitializingBean, DisposableBean {

    // What was committed before the time was taken stands ahead of it in the log.
    private static final String BEAT = """
            insert into popularity_beat (at) values (clock_timestamp())
            on conflict (id) do update set at = excluded.at
            returning at""";

    /** A silent primary must not end the beat. */
    private static final Duration LONGEST_BEAT = Duration.ofSeconds(2);

    private final DatabaseClient primary;
    private final DatabaseClock clock;
    private final Duration period;
    private final Disposable.Swap beating = Disposables.swap();

    PrimaryBeat(DatabaseClient primary, DatabaseClock clock, Duration period) {
        this.primary = primary;
        this.clock = clock;
        this.period = period;
    }

    @Override
    public void afterPropertiesSet() {
        // Nobody looks for what is done again and again.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            beating.update(Flux.interval(Duration.ZERO, period)
                    .onBackpressureDrop()
                    // Without beats the replica looks old, and its readers say so.
                    .concatMap(_ -> beat().onErrorResume(_ -> Mono.empty()))
                    .subscribe());
        }
    }

    private Mono<Instant> beat() {
        return Mono.defer(() -> {
            Moment asked = clock.moment();
            return primary.sql(BEAT)
                    .map(row -> Objects.requireNonNull(row.get("at", Instant.class)))
                    .one()
                    .timeout(LONGEST_BEAT)
                    .doOnNext(time -> clock.answered(asked, time));
        });
    }

    @Override
    public void destroy() {
        beating.dispose();
    }
}
