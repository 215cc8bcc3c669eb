package carte.kit.sighting;

import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuSighted;
import carte.contracts.event.MenuSightingCodec;
import carte.kit.telemetry.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sightings in their Kafka topic. A thread and a producer of their own, which nobody waits for,
 * take them from a short queue; what has no room in it, or is not taken by Kafka, is counted and
 * gone.
 */
public final class KafkaSightings implements Sightings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSightings.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration LAST_WORDS = Duration.ofMillis(1_500);
    private static final Duration PRODUCER_END = Duration.ofMillis(500);
    private static final long POLL_MILLIS = 250;
    private static final long PAUSE_MILLIS = 1_000;

    private final BlockingQueue<MenuSighted> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Supplier<Producer<String, byte[]>> producers;
    private final Counter told;
    private final Counter lost;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running = true;

    /** Opens no producer before there is something to be told. */
    KafkaSightings(Supplier<Producer<String, byte[]>> producers, MeterRegistry registry) {
        this.producers = producers;
        told = Counter.builder("carte.sightings.told")
                .description("Sightings of changes that Kafka has taken")
                .register(registry);
        lost = Counter.builder("carte.sightings.lost")
                .description("Sightings of changes that Kafka has not taken in time")
                .register(registry);
        thread = Thread.ofPlatform().name("sightings").daemon().unstarted(this::run);
    }

    @Override
    public void tell(MenuSighted sighting) {
        if (!running || !waiting.offer(sighting)) {
            lost.increment();
        } else if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /** Tells what waits, for a moment at most. */
    @Override
    public void close() {
        running = false;
        closing.countDown();
        if (!started.get()) {
            return;
        }
        try {
            if (!thread.join(LAST_WORDS)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        do {
            try {
                Producer<String, byte[]> producer = producers.get();
                try {
                    publish(producer);
                } finally {
                    producer.close(PRODUCER_END);
                }
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                noteFailure(e);
                pause();
            }
        } while (running);
        lost.increment(waiting.size());
    }

    private void publish(Producer<String, byte[]> producer) throws InterruptedException {
        while (running || !waiting.isEmpty()) {
            MenuSighted next = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                send(producer, MenuSightingCodec.encode(next));
            }
        }
    }

    private void send(Producer<String, byte[]> producer, EncodedEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                event.topic(), event.partition(), event.key(), event.body());
        event.headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        // Each would be a trace of its own else, here and in every reader.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            var _ = producer.send(record, (_, error) -> noteOutcome(error));
        } catch (RuntimeException e) {
            noteOutcome(e);
            throw e;
        }
    }

    private void noteOutcome(@Nullable Exception error) {
        if (error != null) {
            lost.increment();
            noteFailure(error);
        } else {
            told.increment();
            if (failing.compareAndSet(true, false)) {
                LOG.info("changes on their way are told of again");
            }
        }
    }

    private void noteFailure(Exception error) {
        if (running && failing.compareAndSet(false, true)) {
            LOG.warn("changes go on, but nobody is told how far they have come: {}",
                    error.toString());
        }
    }

    private void pause() {
        try {
            boolean _ = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
