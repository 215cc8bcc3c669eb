package carte.kit.shutdown;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first part of a shutdown: readiness is refused by then, and everything is served as before
 * until those who balance over the service have turned away.
 */
public final class Leaving implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final LeaveSettings settings;
    private final CountDownLatch never = new CountDownLatch(1);
    private final long origin = System.nanoTime();
    private volatile boolean running;
    private volatile boolean begun;
    private volatile @Nullable Duration watchedAt;
    private volatile @Nullable Duration servedAt;

    Leaving(LeaveSettings settings) {
        this.settings = settings;
    }

    /** Tells whether the service is about to end, so that connections should not be kept. */
    public boolean hasBegun() {
        return begun;
    }

    void watched() {
        if (!begun) {
            watchedAt = now();
        }
    }

    void served() {
        servedAt = now();
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - origin);
    }

    @Override
    public void start() {
        begun = false;
        running = true;
    }

    @Override
    public void stop() {
        begun = true;
        Leave leave = new Leave(now(), watchedAt);
        Duration remaining = leave.remaining(settings, servedAt, now());
        if (remaining.isPositive()) {
            LOG.info("Leaving: not ready any more, still serving until nobody has asked for {} ms",
                    settings.quiet().toMillis());
        }
        try {
            while (remaining.isPositive()
                    && !never.await(remaining.toNanos(), TimeUnit.NANOSECONDS)) {
                remaining = leave.remaining(settings, servedAt, now());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // The greatest phase stops first: before listeners, relays and the server.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
