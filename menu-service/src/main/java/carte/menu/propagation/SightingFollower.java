package carte.menu.propagation;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuSightingCodec;
import carte.contracts.event.SightingTopic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills the store from the topic of sightings, by no group and from the beginning, on a thread of
 * its own. While Kafka or the topic is away, the store stays as it is.
 */
final class SightingFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SightingFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 1_000;
    private static final TopicPartition PARTITION = new TopicPartition(SightingTopic.NAME, 0);
    private static final long BEGINNING = -1;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final SightingStore store;
    private final Counter unreadable;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean running;
    private long next = BEGINNING;
    private boolean failing;

    /** Prepares; nothing happens before {@link #start}. */
    SightingFollower(Supplier<Consumer<String, byte[]>> consumers, SightingStore store,
            MeterRegistry registry) {
        this.consumers = consumers;
        this.store = store;
        unreadable = Counter.builder("carte.propagation.unreadable")
                .description("Records of sightings that could not be read and were passed by")
                .register(registry);
        thread = Thread.ofPlatform().name("sighting-log").daemon().unstarted(this::run);
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
                LOG.warn("sightings are still being read");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and so stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                reading = consumer;
                if (isThere(consumer)) {
                    takePlace(consumer);
                    follow(consumer);
                } else {
                    noteFailure("there is no topic " + SightingTopic.NAME);
                    pause();
                }
            } catch (WakeupException _) {
                LOG.debug("woken to stop");
            } catch (RuntimeException e) {
                noteFailure(e.toString());
                pause();
            }
        }
    }

    /** A consumer of a topic that is not there would only tell its log so, ten times a second. */
    private static boolean isThere(Consumer<String, byte[]> consumer) {
        return !consumer.partitionsFor(SightingTopic.NAME).isEmpty();
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
        while (running) {
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

    private void noteFailure(String reason) {
        if (!failing && running) {
            failing = true;
            LOG.warn("nobody can be told how far changes have come: {}", reason);
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
