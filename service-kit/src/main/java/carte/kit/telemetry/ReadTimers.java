package carte.kit.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Times reads of menus by the tier that answered and by what the reader was given. */
public final class ReadTimers {

    private final Map<Tier, Map<ReadOutcome, Timer>> timers = new EnumMap<>(Tier.class);

    /**
     * Registers all timers of a service, so that those of rare answers are there before the first.
     *
     * @param tiers that may have a menu there
     */
    public ReadTimers(MeterRegistry registry, String name, String description, Tier... tiers) {
        for (Tier tier : tiers) {
            add(registry, name, description, tier, ReadOutcome.FRESH, ReadOutcome.STALE);
        }
        add(registry, name, description, Tier.NONE, ReadOutcome.REFUSED, ReadOutcome.FAILED);
    }

    private void add(MeterRegistry registry, String name, String description, Tier tier,
            ReadOutcome... outcomes) {
        Map<ReadOutcome, Timer> byOutcome = new EnumMap<>(ReadOutcome.class);
        for (ReadOutcome outcome : outcomes) {
            byOutcome.put(outcome, Timer.builder(name)
                    .description(description)
                    .tag("tier", tier.text())
                    .tag("outcome", outcome.text())
                    .serviceLevelObjectives(Buckets.OF_TIMES)
                    .register(registry));
        }
        timers.put(tier, byOutcome);
    }

    /** Takes note of a menu that was given. */
    public void answered(Tier tier, boolean stale, long nanos) {
        record(tier, stale ? ReadOutcome.STALE : ReadOutcome.FRESH, nanos);
    }

    /** Takes note that a reader was given no menu. */
    public void without(ReadOutcome outcome, long nanos) {
        record(Tier.NONE, outcome, nanos);
    }

    private void record(Tier tier, ReadOutcome outcome, long nanos) {
        Objects.requireNonNull(Objects.requireNonNull(timers.get(tier)).get(outcome))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
