package carte.order.popularity;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.OrderChanged;
import carte.contracts.event.OrderEventCodec;
import carte.contracts.event.OrderTopic;
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

/** Keeps the figures up to date from the topic of orders' changes. */
@Component
class KafkaOrderEvents {

    /** The listener's name. */
    static final String LISTENER = "popularity";

    /** The counter of events by what became of them. */
    static final String EVENTS = "carte.order.popularity.events";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOrderEvents.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final OrderCounts counts;
    private final WriteOutage outage;
    private final MeterRegistry meters;

    KafkaOrderEvents(OrderCounts counts, WriteOutage outage, MeterRegistry meters) {
        this.counts = counts;
        this.outage = outage;
        this.meters = meters;
    }

    /** All instances are one group, and none of the menus': each partition has one reader. */
    @KafkaListener(id = LISTENER, topics = OrderTopic.NAME,
            groupId = "${spring.kafka.consumer.group-id}-popularity")
    void receive(ConsumerRecord<String, byte[]> record) {
        try {
            Optional<OrderChanged> event = read(record);
            count(event.isEmpty() ? "ignored" : apply(record, event.get()));
        } catch (MalformedEvent fault) {
            SetAside.of(OrderTopic.NAME, meters).increment();
            LOG.error("Set aside record {}-{}@{} of {}: {}", record.topic(), record.partition(),
                    record.offset(), record.key(), fault.getMessage());
        }
    }

    /** Whatever the reader stumbles over, it would stumble over again at each retry. */
    private static Optional<OrderChanged> read(ConsumerRecord<String, byte[]> record) {
        try {
            return OrderEventCodec.decode(record);
        } catch (MalformedEvent fault) {
            throw fault;
        } catch (RuntimeException fault) {
            throw new MalformedEvent(String.valueOf(fault.getMessage()), fault);
        }
    }

    /** Waits for the write: a record that is passed by before it is written would be lost. */
    private String apply(ConsumerRecord<String, byte[]> record, OrderChanged event) {
        boolean news = Boolean.TRUE.equals(counts.apply(event).block(LONGEST_WRITE));
        outage.end(record);
        return news ? "applied" : "known";
    }

    private void count(String outcome) {
        meters.counter(EVENTS, "outcome", outcome).increment();
    }
}
