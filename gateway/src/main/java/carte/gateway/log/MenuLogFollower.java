package carte.gateway.log;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEvent;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the log of menu changes from its end on, all partitions, and tells the subscribers what
 * it finds. While Kafka is away it knows its place and goes on from there; if the place is gone, it
 * says what was missed.
 */
public final class MenuLogFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MenuLogFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
    private static final long PAUSE_MILLIS = 250;
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, MenuTopic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(MenuTopic.NAME, partition))
            .toList();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final List<MenuLogSubscriber> subscribers;
    private final DatabaseClocks clocks;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean running;
    private boolean failing;

    /** Prepares; nothing happens before {@link #start}. */
    MenuLogFollower(
            Supplier<Consumer<String, byte[]>> consumers,
            List<MenuLogSubscriber> subscribers,
            DatabaseClocks clocks) {
        this.consumers = consumers;
        this.subscribers = List.copyOf(subscribers);
        this.clocks = clocks;
        this.thread = Thread.ofPlatform().name("menu-log").daemon().unstarted(this::run);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Consumer<String, byte[]> blocked = reading;
        if (blocked != null) {
            blocked.wakeup();
        }
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                LOG.warn("the menu log is still being read");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped after the server has answered its last request, until which menus stay fresh. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                reading = consumer;
                takePlace(consumer);
                follow(consumer);
            } catch (InvalidOffsetException e) {
                LOG.warn("the log does not go on where it was left, beginning anew at its end: {}",
                        e.getMessage());
                positions.clear();
            } catch (WakeupException _) {
                LOG.debug("woken to stop");
            } catch (RuntimeException e) {
                noteFailure(e.toString());
                pause();
            } catch (Error e) {
                // No memory, say. What was half done is not known: everything begins anew.
                LOG.error("the menu log is followed anew from its end", e);
                positions.clear();
                pause();
            }
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
        while (running) {
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

    private void missed(int partition) {
        subscribers.forEach(each -> each.missed(partition));
    }

    private void noteFailure(String reason) {
        if (!failing && running) {
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

    private void pause() {
        try {
            boolean _ = stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
