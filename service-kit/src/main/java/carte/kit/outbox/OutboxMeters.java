package carte.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What is told of an outbox in numbers. Every instance counts what waits, whoever publishes: so it
 * is known while nobody does, too.
 */
final class OutboxMeters {

    /** A count must not cost more the more there is to be done. */
    static final int MOST_COUNTED = 10_000;

    private final MeterRegistry registry;
    private final String outbox;
    private final Counter published;
    private volatile Backlog backlog = Backlog.NONE;
    private volatile long measuredAtNanos = System.nanoTime();

    OutboxMeters(MeterRegistry registry, String outbox) {
        this.registry = registry;
        this.outbox = outbox;
        published = Counter.builder("carte.outbox.published")
                .description("Events that Kafka has acknowledged")
                .tag("outbox", outbox)
                .register(registry);
        Gauge.builder("carte.outbox.depth", this, meters -> meters.backlog.events())
                .description("Events that Kafka may not have yet")
                .tag("outbox", outbox)
                .register(registry);
        age("carte.outbox.age", "Since the oldest event that waits was written",
                meters -> meters.backlog.age().toNanos());
        age("carte.outbox.measured", "Since depth and age were last measured",
                meters -> System.nanoTime() - meters.measuredAtNanos);
    }

    private void age(String name, String description,
            ToDoubleFunction<OutboxMeters> nanos) {
        TimeGauge.builder(name, this, TimeUnit.NANOSECONDS, nanos)
                .description(description)
                .tag("outbox", outbox)
                .register(registry);
    }

    void lease(RelayLease lease) {
        Gauge.builder("carte.outbox.lease", lease, held -> held.isHeld() ? 1 : 0)
                .description("1 where this instance publishes")
                .tag("outbox", outbox)
                .register(registry);
    }

    void measured(Backlog now) {
        backlog = now;
        measuredAtNanos = System.nanoTime();
    }

    void published(int events) {
        published.increment(events);
    }
}
