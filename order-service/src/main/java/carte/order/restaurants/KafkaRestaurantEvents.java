package carte.order.restaurants;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.RestaurantChanged;
import carte.contracts.event.RestaurantEventCodec;
import carte.contracts.event.RestaurantTopic;
import carte.order.listening.SetAside;
import carte.order.listening.WriteOutage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copies of the restaurants up to date from the topic of their changes. */
@Component
class KafkaRestaurantEvents {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaRestaurantEvents.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final RestaurantCopies copies;
    private final WriteOutage outage;
    private final MeterRegistry meters;

    KafkaRestaurantEvents(RestaurantCopies copies, WriteOutage outage, MeterRegistry meters) {
        this.copies = copies;
        this.outage = outage;
        this.meters = meters;
    }

    @KafkaListener(topics = RestaurantTopic.NAME, concurrency = "1",
            groupId = "${spring.kafka.consumer.group-id}" + RestaurantGroup.SUFFIX)
    void receive(ConsumerRecord<String, byte[]> record) {
        Optional<RestaurantChanged> event;
        try {
            event = RestaurantEventCodec.decode(record);
        } catch (MalformedEvent e) {
            setAside(record, e);
            return;
        }
        event.ifPresentOrElse(told -> apply(record, told), () -> count("ignored"));
    }

    /** Waits for the write: a listener's thread is its own, and the order must hold. */
    private void apply(ConsumerRecord<String, byte[]> record, RestaurantChanged event) {
        boolean news = Boolean.TRUE.equals(copies
                .apply(event.restaurantId(), event.revision(), event.openingHours())
                .block(LONGEST_WRITE));
        outage.end(record);
        count(news ? "applied" : "known");
    }

    private void setAside(ConsumerRecord<String, byte[]> record, MalformedEvent fault) {
        SetAside.of(RestaurantTopic.NAME, meters).increment();
        LOG.error("Set aside record {}-{}@{} of {}: {}", record.topic(), record.partition(),
                record.offset(), record.key(), fault.getMessage());
    }

    private void count(String outcome) {
        meters.counter("carte.order.restaurant.events", "outcome", outcome).increment();
    }
}
