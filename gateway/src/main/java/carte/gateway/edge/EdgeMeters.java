package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.event.MenuChanged;
import carte.gateway.log.MenuLogSubscriber;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What the gateway tells of its kept menus in numbers. */
final class EdgeMeters implements MenuLogSubscriber {

    private final Counter hits;
    private final Counter loads;
    private final Counter stale;
    private final Timer commitToVisible;
    private final DatabaseClock clock;

    EdgeMeters(MeterRegistry registry, EdgeCache cache, DatabaseClock clock) {
        this.clock = clock;
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
        Duration since = Duration.between(change.publishedAt(), clock.now());
        commitToVisible.record(since.isNegative() ? Duration.ZERO : since);
    }
}
