package carte.menu.propagation;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuSightingCodec;
import carte.contracts.event.SightingTopic;
import carte.kit.kafka.LogReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the store from the topic of sightings, from its beginning. While Kafka or the topic is
 * away, the store stays as it is.
 */
final class SightingFollower extends LogReader {

    private static final Logger LOG = LoggerFactory.getLogger(SightingFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final TopicPartition PARTITION = new TopicPartition(SightingTopic.NAME, 0);
    private static final long BEGINNING = -1;

    private final SightingStore store;
    private final Counter unreadable;
    private long next = BEGINNING;
    private boolean failing;

    SightingFollower(Supplier<Consumer<String, byte[]>> consumers, SightingStore store,
            MeterRegistry registry) {
        super("sighting-log", consumers, PAUSE, registry);
        this.store = store;
        unreadable = Counter.builder("carte.propagation.unreadable")
                .description("Records of sightings that could not be read and were passed by")
                .register(registry);
    }

    static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = settings(bootstrapServers, "menu-service-sightings");
        // A place that is gone was overtaken by the end of what is kept; the next is good enough.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    @Override
    protected void read(Consumer<String, byte[]> consumer) {
        // A consumer of a topic that is not there would tell its log so ten times a second.
        if (consumer.partitionsFor(SightingTopic.NAME).isEmpty()) {
            throw new IllegalStateException("there is no topic " + SightingTopic.NAME);
        }
        takePlace(consumer);
        follow(consumer);
    }

    @Override
    protected void failed(Throwable reason) {
        if (!failing && isRunning()) {
            failing = true;
            LOG.warn("nobody can be told how far changes have come: {}", reason.toString());
        }
    }

    private void takePlace(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        if (next == BEGINNING) {
            consumer.seekToBeginning(List.of(PARTITION));
        } else {
            consumer.seek(PARTITION, next);
        }
        if (failing) {
            failing = false;
            LOG.info("sightings are followed again");
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (isRunning()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record);
                next = record.offset() + 1;
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            MenuSightingCodec.decode(record).ifPresent(store::add);
        } catch (MalformedEvent e) {
            unreadable.increment();
            LOG.debug("{}@{} cannot be read and is passed by: {}", PARTITION, record.offset(),
                    e.getMessage());
        }
    }
}
