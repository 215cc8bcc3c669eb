package carte.invalidator.menu;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.event.Watermark;
import carte.kit.telemetry.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** What the service tells of its work in numbers. */
final class InvalidatorMeters {

    private final Map<ApplyOutcome, Counter> applied = new EnumMap<>(ApplyOutcome.class);
    private final Counter unknown;
    private final Counter setAside;
    private final Timer commitToApplied;
    private final Counter replays;
    private final Counter replayed;
    private final Map<WatermarkKey, WatermarkAge> watermarks = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    /** Registers all meters, so that those of rare events are there before the first. */
    InvalidatorMeters(MeterRegistry registry) {
        this.registry = registry;
        replays = Counter.builder("carte.invalidator.replays")
                .description("How often the log was read anew because the cache was elsewhere")
                .register(registry);
        replayed = Counter.builder("carte.invalidator.records.replayed")
                .description("Records that were applied again because of that")
                .register(registry);
        for (ApplyOutcome outcome : ApplyOutcome.values()) {
            applied.put(outcome, Counter.builder("carte.invalidator.events.applied")
                    .description("Menu events by what they did to the cache")
                    .tag("outcome", text(outcome))
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
                .serviceLevelObjectives(Buckets.OF_TIMES)
                .register(registry);
    }

    private record WatermarkKey(int partition, String shard) {}

    /** The time of a watermark, and the meter of its age, which goes when the partition does. */
    private record WatermarkAge(AtomicReference<Instant> time, Meter meter) {}

    /** Returns how an outcome is called in metrics and on spans. */
    static String text(ApplyOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Counts an event; {@code age} is the time since its commit. */
    void applied(ApplyOutcome outcome, Duration age) {
        Objects.requireNonNull(applied.get(outcome)).increment();
        if (outcome == ApplyOutcome.REFRESHED || outcome == ApplyOutcome.FLOORED) {
            // The database's clock may be a little ahead of this one.
            commitToApplied.record(age.isNegative() ? Duration.ZERO : age);
        }
    }

    /** Takes note of a watermark that the cache now holds in a partition. */
    void watermark(int partition, Watermark watermark) {
        watermarks.computeIfAbsent(new WatermarkKey(partition, watermark.shard()),
                this::watermarkAge).time().set(watermark.time());
    }

    /** The partitions are another consumer's, which tells of them from now on. */
    void passedOn(Collection<TopicPartition> partitions) {
        Set<Integer> numbers = partitions.stream().map(TopicPartition::partition)
                .collect(Collectors.toSet());
        watermarks.entrySet().removeIf(each -> {
            boolean gone = numbers.contains(each.getKey().partition());
            if (gone) {
                registry.remove(each.getValue().meter());
            }
            return gone;
        });
    }

    private WatermarkAge watermarkAge(WatermarkKey key) {
        AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
        return new WatermarkAge(latest,
                TimeGauge.builder("carte.invalidator.watermark.age", latest, TimeUnit.MILLISECONDS,
                        time -> Duration.between(time.get(), Instant.now()).toMillis())
                        .description("Time since the newest watermark in the cache")
                        .tag("shard", key.shard())
                        .tag("partition", Integer.toString(key.partition()))
                        .register(registry));
    }

    void rewound() {
        replays.increment();
    }

    void replayed() {
        replayed.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void setAside() {
        setAside.increment();
    }
}
