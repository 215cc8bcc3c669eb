package carte.order.menus;

import carte.contracts.event.Watermark;
import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes how far the topic has been followed, some times a second and all partitions at once, for
 * whichever instance prices by the copies.
 */
@Component
final class MenuWatermarks implements InitializingBean, DisposableBean {

    // In one order everywhere, so that instances do not wait for each other in a circle.
    private static final String WRITE = """
            insert into menu_watermark (partition, shard, time)
            select p.partition, p.shard, cast(p.time as timestamptz)
            from unnest(:partitions, :shards, :times) as p (partition, shard, time)
            order by p.partition, p.shard
            on conflict (partition, shard) do update set time = excluded.time
            where menu_watermark.time < excluded.time""";

    private static final Duration PERIOD = Duration.ofMillis(250);

    /** A silent database must not end the writing. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(2);

    private final DatabaseClient database;
    private final ConcurrentMap<Place, Instant> passed = new ConcurrentHashMap<>();
    private final Disposable.Swap writing = Disposables.swap();

    MenuWatermarks(DatabaseClient database) {
        this.database = database;
    }

    private record Place(int partition, String shard) {}

    /** Takes note of a watermark; all that stands ahead of it must have been written. */
    void passed(int partition, Watermark watermark) {
        passed.merge(new Place(partition, watermark.shard()), watermark.time(),
                (before, now) -> now.isAfter(before) ? now : before);
    }

    @Override
    public void afterPropertiesSet() {
        // Nobody looks for what is done again and again.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            writing.update(Flux.interval(PERIOD)
                    .onBackpressureDrop()
                    // What could not be written is written with what comes next.
                    .concatMap(_ -> write(Map.copyOf(passed)).onErrorResume(_ -> Mono.empty()))
                    .subscribe());
        }
    }

    private Mono<Void> write(Map<Place, Instant> batch) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        List<Map.Entry<Place, Instant>> rows = List.copyOf(batch.entrySet());
        return database.sql(WRITE)
                .bind("partitions", column(rows, each -> each.getKey().partition())
                        .toArray(Integer[]::new))
                .bind("shards", column(rows, each -> each.getKey().shard())
                        .toArray(String[]::new))
                .bind("times", column(rows, each -> each.getValue().toString())
                        .toArray(String[]::new))
                .then()
                .timeout(LONGEST_WRITE)
                .doOnSuccess(_ -> batch.forEach(passed::remove));
    }

    private static <T> List<T> column(
            List<Map.Entry<Place, Instant>> rows, Function<Map.Entry<Place, Instant>, T> value) {
        return rows.stream().map(value).toList();
    }

    @Override
    public void destroy() {
        writing.dispose();
    }
}
