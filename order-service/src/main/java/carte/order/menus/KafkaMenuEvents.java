package carte.order.menus;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.SpanAttributes;
import carte.order.listening.SetAside;
import carte.order.listening.WriteOutage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
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
    private final MenuWatermarks watermarks;
    private final WriteOutage outage;
    private final MeterRegistry meters;
    private final Counter setAside;

    KafkaMenuEvents(MenuCopies copies, MenuWatermarks watermarks, WriteOutage outage,
            MeterRegistry meters) {
        this.copies = copies;
        this.watermarks = watermarks;
        this.outage = outage;
        this.meters = meters;
        this.setAside = SetAside.of(MenuTopic.NAME, meters);
    }

    /** Commits from time to time: a few watermarks end a poll, many times a second. */
    @KafkaListener(topics = MenuTopic.NAME, ackMode = "TIME")
    void receive(ConsumerRecord<String, byte[]> record) {
        MenuEvents.Reading reading = MenuEvents.read(record);
        RuntimeException fault = reading.fault();
        switch (reading.event()) {
            case MenuChanged change -> apply(change, record);
            // All that stands ahead of it is written: one record is read after the other.
            case Watermark watermark -> watermarks.passed(record.partition(), watermark);
            case null -> passBy(record, fault);
        }
        if (fault != null) {
            setAside(record, fault);
        }
    }

    /** Of a change that cannot be read the key tells whose it was. */
    private void passBy(ConsumerRecord<String, byte[]> record, @Nullable RuntimeException fault) {
        if (fault == null) {
            count("ignored");
            return;
        }
        Optional.ofNullable(record.key())
                .flatMap(RestaurantId::parse)
                .ifPresent(id -> copies.missed(id, Instant.ofEpochMilli(record.timestamp()))
                        .block(LONGEST_WRITE));
    }

    /** Waits for the write: a listener's thread is its own, and the order must hold. */
    private void apply(MenuChanged event, ConsumerRecord<String, byte[]> record) {
        boolean news = Boolean.TRUE.equals(copies
                .apply(event.restaurantId(), event.version(), event.shard(), event.menu())
                .block(LONGEST_WRITE));
        outage.end(record);
        Span span = Span.current();
        span.setAttribute(SpanAttributes.RESTAURANT, event.restaurantId().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, event.version().number());
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
