package carte.kit.outbox;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to publish one outbox: a row that expires, taken and renewed by the database's clock.
 *
 * <p>It keeps two relays from working at once as a rule; that they never do harm when they do,
 * frozen ones included, is up to Kafka's fencing in {@link FencedPublisher}.
 */
final class RelayLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLease.class);

    private final String name;
    private final String holder;
    private final DataSource source;
    private final RelaySettings settings;
    private final OutboxMeters meters;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService renewals;
    private volatile long heldUntilNanos;
    private volatile boolean held;
    private @Nullable RelayDatabase database;

    RelayLease(String name, String holder, DataSource source, RelaySettings settings,
            OutboxMeters meters) {
        this(name, holder, source, settings, meters, System::nanoTime);
    }

    RelayLease(String name, String holder, DataSource source, RelaySettings settings,
            OutboxMeters meters, LongSupplier nanoTime) {
        this.meters = meters;
        this.name = name;
        this.holder = holder;
        this.source = source;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.renewals = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("relay-lease-" + name).factory());
    }

    /** Competes for the lease from now on. */
    void start() {
        long period = settings.leaseRenewal().toMillis();
        var _ = renewals.scheduleWithFixedDelay(this::renew, 0, period, TimeUnit.MILLISECONDS);
    }

    /** Tells whether the lease is held by this instance's own clock, which never runs ahead. */
    boolean isHeld() {
        return held && heldUntilNanos - nanoTime.getAsLong() > 0;
    }

    /** Stops renewing and lets another instance take over at once. */
    @Override
    public void close() {
        if (renewals.isShutdown()) {
            return;
        }
        renewals.execute(this::release);
        renewals.shutdown();
        try {
            if (!renewals.awaitTermination(2, TimeUnit.SECONDS)) {
                renewals.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        long before = nanoTime.getAsLong();
        boolean wasHeld = isHeld();
        try {
            boolean acquired = open().acquire(name, holder, settings.leaseDuration());
            if (acquired) {
                heldUntilNanos = before + settings.leaseDuration().toNanos();
            }
            held = acquired;
            if (acquired && !wasHeld) {
                LOG.info("relay {}: this instance publishes", name);
            } else if (!acquired && wasHeld) {
                LOG.info("relay {}: another instance publishes", name);
            }
            meters.measured(open().backlog(OutboxMeters.MOST_COUNTED));
        } catch (SQLException | RuntimeException e) {
            // An exception that left here would end the renewals for good.
            LOG.warn("relay {}: the lease cannot be renewed: {}", name, e.getMessage());
            disconnect();
        }
    }

    private void release() {
        boolean wasHeld = held;
        held = false;
        try {
            if (wasHeld) {
                open().release(name, holder);
            }
        } catch (SQLException e) {
            LOG.warn("relay {}: the lease stays until it expires: {}", name, e.getMessage());
        }
        disconnect();
    }

    private RelayDatabase open() throws SQLException {
        RelayDatabase open = database;
        if (open == null) {
            open = new RelayDatabase(source);
            database = open;
        }
        return open;
    }

    private void disconnect() {
        RelayDatabase open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("relay {}: closing a broken connection", name, e);
            }
        }
    }
}
