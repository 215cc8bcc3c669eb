package carte.embedded;

/**
 * Starts the shared servers of a JVM in another way than as processes of this machine; found by
 * {@link java.util.ServiceLoader}. Each is started when first asked for.
 */
public interface ServerSource extends AutoCloseable {

    /** Returns the PostgreSQL. */
    PostgresServer postgres();

    /** Returns the Redis. */
    RedisServer redis();

    /** Returns the Kafka. */
    KafkaServer kafka();

    /** Stops what was started. */
    @Override
    void close();
}
