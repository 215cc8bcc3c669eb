package carte.invalidator.menu;

import carte.contracts.cache.LogStep;
import carte.contracts.event.MenuTopic;
import io.opentelemetry.api.trace.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes the records of the topic from Kafka, one by one, each in the trace of its producer. */
final class KafkaMenuEvents {

    /** By which the listener is found among others. */
    static final String LISTENER = "menu-events";

    private final CachePlaces places;
    private final MenuEventApplier applier;
    private final Standstill standstill;
    private final InvalidatorMeters meters;

    KafkaMenuEvents(CachePlaces places, MenuEventApplier applier, Standstill standstill,
            InvalidatorMeters meters) {
        this.meters = meters;
        this.places = places;
        this.applier = applier;
        this.standstill = standstill;
    }

    @KafkaListener(id = LISTENER, idIsGroup = false, topics = MenuTopic.NAME)
    void receive(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            if (places.isInPlace(partition, record.offset())) {
                ReplaySpan.link(Span.current(), record);
                LogStep step = places.step(partition, record.offset() + 1);
                places.taken(partition, step, applier.apply(record, step));
                if (places.isReplay(partition, record.offset())) {
                    meters.replayed();
                }
            }
        } catch (RuntimeException e) {
            standstill.failed(partition, e);
            throw e;
        }
        standstill.succeeded(partition);
    }
}
