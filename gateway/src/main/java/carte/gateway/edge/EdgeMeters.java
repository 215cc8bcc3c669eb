package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.Watermark;
import carte.gateway.log.MenuLogSubscriber;
import carte.kit.telemetry.Buckets;
import carte.kit.telemetry.ReadOutcome;
import carte.kit.telemetry.ReadTimers;
import carte.kit.telemetry.Tier;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What the gateway tells of its kept menus in numbers. */
final class EdgeMeters implements MenuLogSubscriber {

    private final ReadTimers answers;
    private final Timer age;
    private final Timer commitToVisible;
    private final DatabaseClocks clocks;
    private final MeterRegistry registry;
    // Of the log's thread only.
    private final Map<WatermarkKey, AtomicReference<Instant>> watermarks = new HashMap<>();
    private volatile long lastWatermark = System.nanoTime();

    EdgeMeters(MeterRegistry registry, EdgeCache cache, DatabaseClocks clocks) {
        this.clocks = clocks;
        this.registry = registry;
        answers = new ReadTimers(registry, "carte.edge.answers",
                "Answers to readers of menus by where they came from",
                Tier.EDGE, Tier.REDIS, Tier.PRIMARY);
        age = histogram("carte.edge.menu.age",
                "How long ago the menus that readers were given were known to be the newest");
        commitToVisible = histogram("carte.edge.commit.to.visible",
                "From the database's time of a change until it is seen here");
        for (Fill fill : Fill.values()) {
            FunctionCounter.builder("carte.edge.fills", cache, kept -> kept.fills(fill))
                    .description("Loaded menus by whether they were kept")
                    .tag("outcome", fill.text())
                    .register(registry);
        }
        Gauge.builder("carte.edge.menus", cache, EdgeCache::size)
                .description("Menus that are kept")
                .register(registry);
        TimeGauge.builder("carte.edge.log.silence", this, TimeUnit.NANOSECONDS,
                known -> System.nanoTime() - known.lastWatermark)
                .description("Since a watermark last came; beyond the bound nothing is vouched for")
                .register(registry);
    }

    private record WatermarkKey(String shard, int partition) {}

    private Timer histogram(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(Buckets.OF_TIMES)
                .register(registry);
    }

    @Override
    public void watermark(int partition, Watermark watermark, Instant foundAt) {
        lastWatermark = System.nanoTime();
        watermarks.computeIfAbsent(new WatermarkKey(watermark.shard(), partition),
                this::watermarkAge).set(watermark.time());
    }

    private AtomicReference<Instant> watermarkAge(WatermarkKey key) {
        AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
        DatabaseClock clock = clocks.of(key.shard());
        TimeGauge.builder("carte.edge.watermark.age", latest, TimeUnit.MILLISECONDS,
                time -> notNegative(Duration.between(time.get(), clock.guess())).toMillis())
                .description("Since the newest watermark")
                .tag("shard", key.shard())
                .tag("partition", Integer.toString(key.partition()))
                .register(registry);
        return latest;
    }

    /** Takes note of what a reader was given. */
    void answered(EdgeAnswer answer, long nanos) {
        switch (answer) {
            case EdgeAnswer.Menu menu -> {
                answers.answered(menu.tier(), menu.staleFor() != null, nanos);
                age.record(menu.age());
            }
            case EdgeAnswer.Other other -> answers.without(
                    ReadOutcome.of(other.answer().status()), nanos);
        }
    }

    /** Takes note that a reader was given nothing. */
    void failed(Throwable reason, long nanos) {
        answers.without(ReadOutcome.of(reason), nanos);
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        commitToVisible.record(notNegative(Duration.between(change.publishedAt(),
                clocks.of(change.shard()).likely())));
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
