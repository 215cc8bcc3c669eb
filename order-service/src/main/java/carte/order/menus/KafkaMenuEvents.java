package carte.order.menus;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuTopic;
import carte.order.listening.SetAside;
import carte.order.listening.WriteOutage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copies of the menus up to date from the topic of menu changes. */
@Component
class KafkaMenuEvents {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaMenuEvents.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final MenuCopies copies;
    private final WriteOutage outage;
    private final MeterRegistry meters;
    private final Counter setAside;

    KafkaMenuEvents(MenuCopies copies, WriteOutage outage, MeterRegistry meters) {
        this.copies = copies;
        this.outage = outage;
        this.meters = meters;
        this.setAside = SetAside.of(MenuTopic.NAME, meters);
    }

    @KafkaListener(topics = MenuTopic.NAME)
    void receive(ConsumerRecord<String, byte[]> record) {
        MenuEvents.Reading reading = MenuEvents.read(record);
        MenuChanged event = reading.event();
        if (event != null) {
            apply(event);
            outage.end(record);
        }
        RuntimeException fault = reading.fault();
        if (fault != null) {
            setAside(record, fault);
        } else if (event == null) {
            count("ignored");
        }
    }

    /** Waits for the write: a listener's thread is its own, and the order must hold. */
    private void apply(MenuChanged event) {
        boolean news = Boolean.TRUE.equals(copies
                .apply(event.restaurantId(), event.version(), event.menu()).block(LONGEST_WRITE));
        if (news && event.menu() == null) {
            LOG.info("Menu of {}: version {} came without its document, which is asked for when"
                    + " somebody orders", event.restaurantId(), event.version());
        }
        count(news ? "applied" : "known");
    }

    private void setAside(ConsumerRecord<String, byte[]> record, RuntimeException fault) {
        setAside.increment();
        LOG.error("Set aside record {}-{}@{} of {}: {}", record.topic(), record.partition(),
                record.offset(), record.key(), fault.getMessage());
    }

    private void count(String outcome) {
        meters.counter("carte.order.menu.events", "outcome", outcome).increment();
    }
}
