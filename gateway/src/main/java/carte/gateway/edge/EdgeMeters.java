package carte.gateway.edge;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.Watermark;
import carte.gateway.log.MenuLogSubscriber;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What the gateway tells of its kept menus in numbers. */
final class EdgeMeters implements MenuLogSubscriber {

    private final Counter hits;
    private final Counter loads;
    private final Counter stale;
    private final Timer commitToVisible;
    private final DatabaseClocks clocks;
    private volatile long lastWatermark = System.nanoTime();

    EdgeMeters(MeterRegistry registry, EdgeCache cache, DatabaseClocks clocks) {
        this.clocks = clocks;
        hits = answers(registry, "hit");
        loads = answers(registry, "load");
        stale = answers(registry, "stale");
        commitToVisible = Timer.builder("carte.edge.commit.to.visible")
                .description("From the database's time of a change until it is seen here")
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder("carte.edge.menus", cache, EdgeCache::size)
                .description("Menus that are kept")
                .register(registry);
        TimeGauge.builder("carte.edge.log.silence", this, TimeUnit.NANOSECONDS,
                known -> System.nanoTime() - known.lastWatermark)
                .description("Since a watermark last came; beyond the bound nothing is vouched for")
                .register(registry);
    }

    @Override
    public void watermark(int partition, Watermark watermark, Instant foundAt) {
        lastWatermark = System.nanoTime();
    }

    private static Counter answers(MeterRegistry registry, String source) {
        return Counter.builder("carte.edge.answers")
                .description("Answers to readers of menus by where they came from")
                .tag("source", source)
                .register(registry);
    }

    void hit() {
        hits.increment();
    }

    void loaded() {
        loads.increment();
    }

    void stale() {
        stale.increment();
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        Duration since = Duration.between(change.publishedAt(),
                clocks.of(change.shard()).likely());
        commitToVisible.record(since.isNegative() ? Duration.ZERO : since);
    }
}
