package carte.menu.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What a shard's schedule tells of its work in numbers. */
final class ScheduleMeters {

    private final Timer lateness;
    private final Counter applied;
    private final Counter failed;
    private final Counter restored;

    /** Registers all meters, so that those of rare events are there before the first. */
    ScheduleMeters(MeterRegistry registry, String shard) {
        lateness = Timer.builder("carte.schedule.lateness")
                .description("From the time at which something was due to its transaction")
                .tag("shard", shard)
                .serviceLevelObjectives(Duration.ofMillis(50), Duration.ofMillis(100),
                        Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(5),
                        Duration.ofMinutes(1))
                .register(registry);
        applied = counter(registry, shard, "carte.schedule.applied",
                "Scheduled changes that took effect");
        failed = counter(registry, shard, "carte.schedule.failed",
                "Scheduled changes that did not fit the menu");
        restored = counter(registry, shard, "carte.schedule.restored",
                "Versions that returned items to sale by themselves");
    }

    private static Counter counter(
            MeterRegistry registry, String shard, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("shard", shard)
                .register(registry);
    }

    void note(Effect effect) {
        switch (effect) {
            case Effect.Applied done -> {
                applied.increment();
                lateness.record(done.lateness());
            }
            case Effect.Restored done -> {
                restored.increment();
                lateness.record(done.lateness());
            }
            case Effect.Failed _ -> failed.increment();
            case Effect.Nothing _ -> {
                // Counted by whoever did it.
            }
        }
    }
}
