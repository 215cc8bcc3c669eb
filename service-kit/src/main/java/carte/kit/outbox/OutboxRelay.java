package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.kit.telemetry.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the events of one database from its outbox to Kafka, in order, losing none.
 *
 * <p>It works on a thread of its own. A row is deleted only after Kafka has acknowledged it, so a
 * crash anywhere publishes again rather than never; readers apply by version.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final String name;
    private final DataSource source;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Watermarks watermarks;
    private final Acknowledgements acknowledgements;
    private final RelaySettings settings;
    private final RelayLease lease;
    private final OutboxMeters meters;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;
    private boolean failing;
    private long lastWatermarkNanos;

    /**
     * Prepares a relay; nothing happens before {@link #start}.
     *
     * @param name of the outbox, the same in all instances
     * @param holder of the lease, another in each instance
     * @param producers opens a transactional producer whose transactional id is the outbox's own
     * @param watermarks what readers are told from time to time
     * @param acknowledgements who is told what Kafka has
     * @param registry to which it is told what waits and what was published
     */
    public OutboxRelay(
            String name,
            String holder,
            DataSource source,
            Supplier<Producer<String, byte[]>> producers,
            Watermarks watermarks,
            Acknowledgements acknowledgements,
            RelaySettings settings,
            MeterRegistry registry) {
        this.name = name;
        this.source = source;
        this.producers = producers;
        this.watermarks = watermarks;
        this.acknowledgements = acknowledgements;
        this.settings = settings;
        this.lastWatermarkNanos = System.nanoTime();
        this.meters = new OutboxMeters(registry, name);
        this.lease = new RelayLease(name, holder, source, settings, meters);
        meters.lease(lease);
        this.thread = Thread.ofPlatform().name("relay-" + name).daemon().unstarted(this::run);
    }

    /** Starts to compete for the lease and, while it is held, to publish. */
    public void start() {
        lease.start();
        thread.start();
    }

    /** Says that an event was committed in this process; cheap, from any thread. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Ends the batch in hand, then hands the lease over. */
    @Override
    public void close() {
        running = false;
        wake();
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                LOG.warn("relay {}: still waiting for Kafka; its events stay in the outbox", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lease.close();
    }

    private void run() {
        // Its statements are looked for by nobody; each event is published in its own trace.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            while (running) {
                if (lease.isHeld()) {
                    publishWhileHeld();
                } else {
                    await(settings.longestPoll());
                }
            }
        } finally {
            // However this thread ends, another instance must be able to go on.
            lease.close();
        }
    }

    private void publishWhileHeld() {
        try (FencedPublisher publisher = FencedPublisher.open(producers.get());
                RelayDatabase database = new RelayDatabase(source)) {
            Duration poll = settings.shortestPoll();
            while (running && lease.isHeld()) {
                if (publishBatch(database, publisher)) {
                    poll = settings.shortestPoll();
                } else {
                    await(shorter(poll, untilWatermark()));
                    poll = longer(poll);
                }
            }
        } catch (SQLException | RuntimeException e) {
            tell(e);
            await(PAUSE_AFTER_FAILURE);
        }
    }

    /** Returns false if there was nothing to publish. */
    private boolean publishBatch(RelayDatabase database, FencedPublisher publisher)
            throws SQLException {
        work.drainPermits();
        Scan scan = database.scan(settings.batchSize());
        long scannedNanos = System.nanoTime();
        List<PendingEvent> batch = scan.events();
        // What a scan has left behind may be older than the time ahead of it.
        boolean due = scan.whole() && !untilWatermark().isPositive();
        List<EncodedEvent> marks = due ? watermarks.at(scan.before()) : List.of();
        if (!batch.isEmpty() || !marks.isEmpty()) {
            long[] acknowledged = publisher.publish(batch, marks, scan.after());
            meters.published(batch.size());
            tellAcknowledged(scan, scannedNanos, acknowledged);
        }
        if (due) {
            // Also where there are none: the relay would not rest any more.
            lastWatermarkNanos = System.nanoTime();
        }
        if (!batch.isEmpty()) {
            database.delete(batch);
        }
        if (failing) {
            failing = false;
            LOG.info("relay {}: publishing again", name);
        }
        return !batch.isEmpty();
    }

    private void tellAcknowledged(Scan scan, long scannedNanos, long[] acknowledged) {
        try {
            for (int i = 0; i < acknowledged.length; i++) {
                acknowledgements.acknowledged(scan.events().get(i).event(),
                        scan.after().plusNanos(acknowledged[i] - scannedNanos));
            }
        } catch (RuntimeException e) {
            // Whoever looks on must not stop what is looked at.
            LOG.warn("relay {}: what Kafka has acknowledged is not told: {}", name, e.toString());
        }
    }

    private Duration untilWatermark() {
        return settings.watermarkInterval()
                .minusNanos(System.nanoTime() - lastWatermarkNanos);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration longer(Duration poll) {
        Duration twice = poll.multipliedBy(2);
        return twice.compareTo(settings.longestPoll()) < 0 ? twice : settings.longestPoll();
    }

    /** Waits for new work, but no longer than {@code most}. */
    private void await(Duration most) {
        try {
            if (work.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }

    private void tell(Exception error) {
        if (!failing && running) {
            failing = true;
            LOG.warn("relay {}: cannot publish, events wait in the outbox: {}", name,
                    error.toString());
        }
    }
}
