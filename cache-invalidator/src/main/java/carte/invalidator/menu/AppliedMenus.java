package carte.invalidator.menu;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuSighted;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells which changes the cache holds, once for each record however often the log is read. */
final class AppliedMenus {

    private final Sightings sightings;
    private final InstanceName instance;
    private final Clock clock;
    private final Map<TopicPartition, Long> lastTold = new ConcurrentHashMap<>();

    AppliedMenus(Sightings sightings, InstanceName instance, Clock clock) {
        this.sightings = sightings;
        this.instance = instance;
        this.clock = clock;
    }

    /** The cache holds the change of a record, or a later one. */
    void applied(ConsumerRecord<byte[], byte[]> record, MenuChanged change) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() > lastTold.getOrDefault(partition, -1L)) {
            lastTold.put(partition, record.offset());
            sightings.tell(new MenuSighted(
                    change.restaurantId(),
                    change.version(),
                    change.shard(),
                    change.publishedAt(),
                    MenuSighted.Stage.REDIS_APPLIED,
                    instance.value(),
                    notBefore(Instant.ofEpochMilli(record.timestamp()))));
        }
    }

    /** No database is asked here; its clock was past the record's timestamp, this one may not. */
    private Instant notBefore(Instant found) {
        Instant now = clock.instant();
        return now.isBefore(found) ? found : now;
    }
}
