package carte.embedded;

/** A Kafka broker for tests, wherever it runs; it creates no topics by itself. */
public interface KafkaServer {

    /** Returns the address for clients, as {@code host:port}. */
    String bootstrapServers();
}
