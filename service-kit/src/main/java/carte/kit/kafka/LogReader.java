package carte.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a topic by no group, on a thread of its own, from before a service takes its first request
 * until after its last. Whenever reading fails it pauses and begins again with another consumer.
 */
public abstract class LogReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final String name;
    private final MeterRegistry registry;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean running;

    /**
     * Prepares; nothing happens before {@link #start}.
     *
     * @param name of the thread, and of the reader among the meters of Kafka's consumers
     * @param pause after a failure
     */
    protected LogReader(
            String name,
            Supplier<Consumer<String, byte[]>> consumers,
            Duration pause,
            MeterRegistry registry) {
        this.registry = registry;
        this.consumers = consumers;
        this.pause = pause;
        this.name = name;
    }

    /** Returns the settings that such readers have in common; they decide where to begin. */
    public static Map<String, Object> settings(String bootstrapServers, String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    /** Takes its place and reads on while {@link #isRunning}; what it throws is told to failed. */
    protected abstract void read(Consumer<String, byte[]> consumer);

    /** Told why reading has ended, before the pause; errors of the JVM are told as well. */
    protected abstract void failed(Throwable reason);

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public final void stop() {
        running = false;
        stopped.countDown();
        Consumer<String, byte[]> blocked = reading;
        if (blocked != null) {
            blocked.wakeup();
        }
        Thread reader = thread;
        try {
            if (reader != null && !reader.join(LONGEST_STOP)) {
                LOG.warn("{} is still reading", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** Before the web server, and so stopped after it has answered its last request. */
    @Override
    public final int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get();
                    KafkaClientMetrics metrics = metrics(consumer)) {
                metrics.bindTo(registry);
                reading = consumer;
                read(consumer);
            } catch (WakeupException _) {
                LOG.debug("woken to stop");
            } catch (RuntimeException | Error e) {
                failed(e);
                pause();
            }
        }
    }

    /** Named as Spring names its listeners' consumers: all have the same labels. */
    private KafkaClientMetrics metrics(Consumer<String, byte[]> consumer) {
        return new KafkaClientMetrics(consumer, Tags.of("spring.id", name));
    }

    private void pause() {
        try {
            boolean _ = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
