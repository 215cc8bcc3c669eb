package carte.gateway.log;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEvent;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.kit.kafka.LogReader;
import carte.kit.telemetry.SpanAttributes;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of menu changes from its end on, all partitions, and tells the subscribers what
 * it finds. While Kafka is away it knows its place and goes on from there; if the place is gone, it
 * says what was missed.
 */
public final class MenuLogFollower extends LogReader {

    private static final Logger LOG = LoggerFactory.getLogger(MenuLogFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, MenuTopic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(MenuTopic.NAME, partition))
            .toList();

    private final List<MenuLogSubscriber> subscribers;
    private final DatabaseClocks clocks;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private boolean failing;

    MenuLogFollower(
            Supplier<Consumer<String, byte[]>> consumers,
            List<MenuLogSubscriber> subscribers,
            DatabaseClocks clocks,
            MeterRegistry registry) {
        super("menu-log", consumers, PAUSE, registry);
        this.subscribers = List.copyOf(subscribers);
        this.clocks = clocks;
    }

    @Override
    protected void read(Consumer<String, byte[]> consumer) {
        try {
            takePlace(consumer);
            follow(consumer);
        } catch (InvalidOffsetException e) {
            LOG.warn("the log does not go on where it was left, beginning anew at its end: {}",
                    e.getMessage());
            positions.clear();
        }
    }

    @Override
    protected void failed(Throwable reason) {
        if (reason instanceof Error) {
            // No memory, say. What was half done is not known: everything begins anew.
            LOG.error("the menu log is followed anew from its end", reason);
            positions.clear();
        } else {
            noteFailure(reason.toString());
        }
    }

    private void takePlace(Consumer<String, byte[]> consumer) {
        consumer.assign(PARTITIONS);
        if (positions.isEmpty()) {
            positions.putAll(consumer.endOffsets(PARTITIONS));
            PARTITIONS.forEach(each -> missed(each.partition()));
            LOG.info("following the menu log from its end");
        }
        positions.forEach(consumer::seek);
    }

    private void follow(Consumer<String, byte[]> consumer) {
        long lastNanos = System.nanoTime();
        while (isRunning()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                deliver(record);
                positions.put(new TopicPartition(record.topic(), record.partition()),
                        record.offset() + 1);
            }
            if (!records.isEmpty()) {
                lastNanos = System.nanoTime();
                noteSuccess();
            } else if (System.nanoTime() - lastNanos > LONGEST_SILENCE.toNanos()) {
                // Watermarks come all the time, and a consumer does not say that Kafka is away.
                noteFailure("nothing has come for " + LONGEST_SILENCE.toSeconds() + " s");
            }
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        MenuEvent event;
        try {
            event = MenuEventCodec.decode(record).orElse(null);
        } catch (MalformedEvent e) {
            LOG.warn("{}-{}@{} cannot be read, what is kept of its partition is dropped: {}",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
            missed(record.partition());
            return;
        }
        try {
            tell(record, event);
        } catch (RuntimeException e) {
            LOG.error("{}-{}@{} is not taken in, what is kept of its partition is dropped",
                    record.topic(), record.partition(), record.offset(), e);
            missed(record.partition());
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, @Nullable MenuEvent event) {
        Instant foundAt = Instant.ofEpochMilli(record.timestamp());
        switch (event) {
            case MenuChanged change -> {
                clocks.of(change.shard()).heard(change.publishedAt());
                describe(Span.current(), change);
                subscribers.forEach(each -> each.changed(change, foundAt));
            }
            case Watermark watermark -> {
                clocks.of(watermark.shard()).heard(watermark.time());
                subscribers.forEach(
                        each -> each.watermark(record.partition(), watermark, foundAt));
            }
            case null -> LOG.debug("skipped an event of a type that is not known here");
        }
    }

    private static void describe(Span span, MenuChanged change) {
        span.setAttribute(SpanAttributes.RESTAURANT, change.restaurantId().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, change.version().number());
    }

    private void missed(int partition) {
        subscribers.forEach(each -> each.missed(partition));
    }

    private void noteFailure(String reason) {
        if (!failing && isRunning()) {
            failing = true;
            LOG.warn("the menu log cannot be followed, menus are read anew as they grow old: {}",
                    reason);
        }
    }

    private void noteSuccess() {
        if (failing) {
            failing = false;
            LOG.info("the menu log is followed again");
        }
    }
}
