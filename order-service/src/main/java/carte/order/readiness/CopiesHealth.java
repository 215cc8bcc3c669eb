package carte.order.readiness;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Ready once the copies have caught up with what the topics held at the start, and from then on:
 * what comes later is waited for by the orders that need it.
 */
final class CopiesHealth implements HealthIndicator, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CopiesHealth.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Map<String, String> groups;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final CountDownLatch caughtUp;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> asking;
    private @Nullable Thread thread;
    private volatile boolean running;

    /**
     * Prepares; Kafka is not asked before {@link #start}.
     *
     * @param groups by the topic that each reads
     * @param consumers opens one of a group's name that takes no part in it
     */
    CopiesHealth(
            Map<String, String> groups, Function<String, Consumer<String, byte[]>> consumers) {
        this.groups = Map.copyOf(groups);
        this.consumers = consumers;
        this.caughtUp = new CountDownLatch(groups.size());
    }

    @Override
    public Health health() {
        return caughtUp.getCount() == 0 ? Health.up().build() : Health.outOfService().build();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("copies-catch-up").daemon().start(
                () -> groups.forEach((topic, group) -> awaitCaughtUp(topic, group)));
    }

    private void awaitCaughtUp(String topic, String group) {
        TopicCatchUp catchUp = new TopicCatchUp(topic);
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.apply(group)) {
                asking = consumer;
                while (running) {
                    if (catchUp.isDone(consumer)) {
                        caughtUp.countDown();
                        return;
                    }
                    pause();
                }
            } catch (WakeupException _) {
                LOG.debug("woken to stop");
            } catch (RuntimeException e) {
                LOG.debug("how far the copies of {} are behind is not known yet", topic, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Consumer<String, byte[]> blocked = asking;
        if (blocked != null) {
            blocked.wakeup();
        }
        try {
            if (thread != null && !thread.join(LONGEST_STOP)) {
                LOG.warn("how far the copies are behind is still being asked");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
