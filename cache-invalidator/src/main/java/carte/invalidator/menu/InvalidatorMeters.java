package carte.invalidator.menu;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.event.Watermark;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What the service tells of its work in numbers. */
final class InvalidatorMeters {

    private final Map<ApplyOutcome, Counter> applied = new EnumMap<>(ApplyOutcome.class);
    private final Counter unknown;
    private final Counter setAside;
    private final Timer commitToApplied;
    private final Counter replays;
    private final Map<String, AtomicReference<Instant>> watermarks = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    /** Registers all meters, so that those of rare events are there before the first. */
    InvalidatorMeters(MeterRegistry registry) {
        this.registry = registry;
        replays = Counter.builder("carte.invalidator.replays")
                .description("How often the log was read anew because the cache was elsewhere")
                .register(registry);
        for (ApplyOutcome outcome : ApplyOutcome.values()) {
            applied.put(outcome, Counter.builder("carte.invalidator.events.applied")
                    .description("Menu events by what they did to the cache")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry));
        }
        unknown = Counter.builder("carte.invalidator.events.unknown")
                .description("Events of types that this version does not know, skipped")
                .register(registry);
        setAside = Counter.builder("carte.invalidator.records.set.aside")
                .description("Records that could not be read, now in the dead-letter topic")
                .register(registry);
        commitToApplied = Timer.builder("carte.invalidator.commit.to.applied")
                .description("From the database's commit to the cache")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** Counts an event; {@code age} is the time since its commit. */
    void applied(ApplyOutcome outcome, Duration age) {
        Objects.requireNonNull(applied.get(outcome)).increment();
        if (outcome == ApplyOutcome.REFRESHED || outcome == ApplyOutcome.FLOORED) {
            // The database's clock may be a little ahead of this one.
            commitToApplied.record(age.isNegative() ? Duration.ZERO : age);
        }
    }

    /** Takes note of a watermark that the cache now holds in one of the partitions. */
    void watermark(Watermark watermark) {
        watermarks.computeIfAbsent(watermark.shard(), this::watermarkAge).set(watermark.time());
    }

    private AtomicReference<Instant> watermarkAge(String shard) {
        AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
        TimeGauge.builder("carte.invalidator.watermark.age", latest, TimeUnit.MILLISECONDS,
                time -> Duration.between(time.get(), Instant.now()).toMillis())
                .description("Time since the newest watermark in the cache")
                .tag("shard", shard)
                .register(registry);
        return latest;
    }

    void replayed() {
        replays.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void setAside() {
        setAside.increment();
    }
}
