package carte.gateway.site.operations;

import static carte.gateway.site.operations.MetricNames.BREAKER;
import static carte.gateway.site.operations.MetricNames.EDGE_WATERMARK_AGE;
import static carte.gateway.site.operations.MetricNames.LOG_SILENCE;
import static carte.gateway.site.operations.MetricNames.OUTBOX_AGE;
import static carte.gateway.site.operations.MetricNames.PARTITIONS_WAITING;
import static carte.gateway.site.operations.MetricNames.UPTIME;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds what has gone wrong between two looks; what went on before is told once. */
final class Faults {

    /** As long as no alert minds: the relay publishes in milliseconds. */
    private static final double OUTBOX_SECONDS = 5;

    private final double boundSeconds;

    Faults(Duration bound) {
        this.boundSeconds = bound.toMillis() / 1e3;
    }

    /** Returns what an instance that is asked tells, or does not tell, now and did not before. */
    Stream<Fault> between(Look before, Look now, String instance, Samples lastKnown) {
        if (!now.hasHeard(instance)) {
            return before.hasHeard(instance)
                    ? Stream.of(new Fault(now.at(), FaultKind.UNREACHABLE, instance, "", 1))
                    : Stream.empty();
        }
        Samples then = before.of(instance);
        Samples told = now.of(instance);
        return Stream.of(
                restarts(now, instance, lastKnown),
                begun(now, instance, FaultKind.LOG_SILENT,
                        then.highest(LOG_SILENCE, ""), told.highest(LOG_SILENCE, ""),
                        boundSeconds),
                begun(now, instance, FaultKind.WATERMARK_LATE,
                        then.highest(EDGE_WATERMARK_AGE, "shard"),
                        told.highest(EDGE_WATERMARK_AGE, "shard"), boundSeconds),
                begun(now, instance, FaultKind.OUTBOX_STUCK, then.highest(OUTBOX_AGE, "outbox"),
                        told.highest(OUTBOX_AGE, "outbox"), OUTBOX_SECONDS),
                begun(now, instance, FaultKind.PARTITION_WAITS,
                        then.highest(PARTITIONS_WAITING, ""),
                        told.highest(PARTITIONS_WAITING, ""), 0),
                begun(now, instance, FaultKind.CIRCUIT_OPEN, openCircuits(then),
                        openCircuits(told), 0),
                counted(now, instance, told.since(lastKnown)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> restarts(Look now, String instance, Samples lastKnown) {
        boolean younger = now.of(instance).total(UPTIME) < lastKnown.total(UPTIME);
        return younger
                ? Stream.of(new Fault(now.at(), FaultKind.RESTARTED, instance, "", 1))
                : Stream.empty();
    }

    private static Stream<Fault> begun(
            Look now,
            String instance,
            FaultKind kind,
            Map<String, Double> then,
            Map<String, Double> told,
            double most) {
        return told.entrySet().stream()
                .filter(each -> each.getValue() > most
                        && then.getOrDefault(each.getKey(), 0.0) <= most)
                .map(each -> new Fault(now.at(), kind, instance, each.getKey(), 1));
    }

    private static Map<String, Double> openCircuits(Samples samples) {
        Map<String, Double> open = new TreeMap<>();
        samples.named(BREAKER)
                .filter(sample -> sample.series().label("state").equals("open"))
                .forEach(sample -> open.put(sample.series().label("name"), sample.value()));
        return open;
    }

    private static Stream<Fault> counted(Look now, String instance, Samples grown) {
        return Stream.of(FaultKind.values())
                .map(kind -> new Fault(now.at(), kind, instance, "", kind.count(grown)))
                .filter(fault -> fault.count() > 0);
    }
}
