package carte.kit.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/** Keeps those of Kafka's hundreds of meters for each client that somebody looks at. */
final class FewKafkaMeters implements MeterFilter {

    private static final String KAFKA = "kafka.";
    private static final Set<String> KEPT = Set.of(
            "kafka.consumer.fetch.manager.records.lag",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.coordinator.rebalance.total");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith(KAFKA) && !KEPT.contains(id.getName())
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }
}
