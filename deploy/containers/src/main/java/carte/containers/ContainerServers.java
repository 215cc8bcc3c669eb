package carte.containers;

import carte.embedded.KafkaServer;
import carte.embedded.PostgresServer;
import carte.embedded.RedisServer;
import carte.embedded.ServerSource;
import org.jspecify.annotations.Nullable;

/** One container of each kind, shared by all tests of one JVM. */
public final class ContainerServers implements ServerSource {

    private static @Nullable PostgresContainer postgres;
    private static @Nullable RedisContainer redis;
    private static @Nullable SharedKafkaContainer kafka;

    @Override
    public PostgresServer postgres() {
        synchronized (ContainerServers.class) {
            if (postgres == null) {
                PostgresContainer started = new PostgresContainer();
                started.start();
                postgres = started;
            }
            return postgres;
        }
    }

    @Override
    public RedisServer redis() {
        synchronized (ContainerServers.class) {
            if (redis == null) {
                RedisContainer started = new RedisContainer();
                started.start();
                redis = started;
            }
            return redis;
        }
    }

    @Override
    public KafkaServer kafka() {
        synchronized (ContainerServers.class) {
            if (kafka == null) {
                SharedKafkaContainer started = new SharedKafkaContainer();
                started.start();
                kafka = started;
            }
            return kafka;
        }
    }

    /** Returns the shared Redis if it has been started. */
    static @Nullable RedisContainer startedRedis() {
        synchronized (ContainerServers.class) {
            return redis;
        }
    }

    /** Returns the shared Kafka if it has been started. */
    static @Nullable SharedKafkaContainer startedKafka() {
        synchronized (ContainerServers.class) {
            return kafka;
        }
    }

    @Override
    public void close() {
        synchronized (ContainerServers.class) {
            if (kafka != null) {
                kafka.stop();
            }
            if (redis != null) {
                redis.stop();
            }
            if (postgres != null) {
                postgres.stop();
            }
        }
    }
}
