package carte.order.live;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.OrderEventCodec;
import carte.contracts.event.OrderTopic;
import carte.kit.kafka.LogReader;
import carte.order.listening.SetAside;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of order events from its end on and tells those who watch. While Kafka is away
 * it knows its place and goes on from there; if the place is gone, they are told to look again.
 */
final class OrderLogFollower extends LogReader {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLogFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<TopicPartition> PARTITIONS = IntStream
            .range(0, OrderTopic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(OrderTopic.NAME, partition))
            .toList();

    private final OrderListeners listeners;
    private final Counter setAside;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private boolean failing;

    OrderLogFollower(Supplier<Consumer<String, byte[]>> consumers, OrderListeners listeners,
            MeterRegistry registry) {
        super("order-log", consumers, PAUSE, registry);
        this.listeners = listeners;
        this.setAside = SetAside.of(OrderTopic.NAME, registry);
    }

    static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = LogReader.settings(bootstrapServers, "order-service-live");
        // A position that is not there any more must be noticed: something was missed.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // The database has committed what an event tells of, whatever becomes of the transaction.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        return settings;
    }

    @Override
    protected void read(Consumer<String, byte[]> consumer) {
        // A consumer of a topic that is not there would tell its log so ten times a second.
        if (consumer.partitionsFor(OrderTopic.NAME).isEmpty()) {
            throw new IllegalStateException("there is no topic " + OrderTopic.NAME);
        }
        try {
            takePlace(consumer);
            follow(consumer);
        } catch (InvalidOffsetException e) {
            LOG.warn("order events do not go on where they were left, beginning anew at their end:"
                    + " {}", e.getMessage());
            positions.clear();
        }
    }

    @Override
    protected void failed(Throwable reason) {
        if (reason instanceof Error) {
            // No memory, say. What was half done is not known: everything begins anew.
            LOG.error("order events are followed anew from their end", reason);
            positions.clear();
        } else if (!failing && isRunning()) {
            failing = true;
            LOG.warn("order events cannot be followed, nobody is told: {}", reason.toString());
        }
    }

    private void takePlace(Consumer<String, byte[]> consumer) {
        consumer.assign(PARTITIONS);
        if (positions.isEmpty()) {
            positions.putAll(consumer.endOffsets(PARTITIONS));
            // Who came earlier may have read the database before this place was the end.
            listeners.missed();
        }
        positions.forEach(consumer::seek);
        if (failing) {
            failing = false;
            LOG.info("order events are followed again");
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (isRunning()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                tell(record);
                positions.put(new TopicPartition(record.topic(), record.partition()),
                        record.offset() + 1);
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            OrderEventCodec.decode(record).ifPresent(listeners::changed);
        } catch (MalformedEvent e) {
            setAside.increment();
            LOG.warn("{}-{}@{} cannot be read, those who watch come back: {}", record.topic(),
                    record.partition(), record.offset(), e.getMessage());
            listeners.missed();
        }
    }
}
