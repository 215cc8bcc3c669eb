package carte.invalidator.menu;

import carte.contracts.cache.LogStep;
import carte.contracts.event.MenuTopic;
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

    KafkaMenuEvents(CachePlaces places, MenuEventApplier applier, Standstill standstill) {
        this.places = places;
        this.applier = applier;
        this.standstill = standstill;
    }

    @KafkaListener(id = LISTENER, idIsGroup = false, topics = MenuTopic.NAME)
    void receive(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            if (places.isInPlace(partition)) {
                LogStep step = places.step(partition, record.offset() + 1);
                places.taken(partition, step, applier.apply(record, step));
            }
        } catch (RuntimeException e) {
            standstill.failed(partition, e);
            throw e;
        }
        standstill.succeeded(partition);
    }
}
