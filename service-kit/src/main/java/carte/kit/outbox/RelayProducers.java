package carte.kit.outbox;

import carte.kit.kafka.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the producers of relays: all replicas acknowledge, nothing is sent twice or reordered. */
public final class RelayProducers {

    private static final int LARGEST_REQUEST_BYTES = 8 * 1024 * 1024;

    private RelayProducers() {}

    /** Returns the same, which sees to the topics each time: Kafka may have been away before. */
    public static Supplier<Producer<String, byte[]>> of(
            String bootstrapServers, String name, Topics topics) {
        Supplier<Producer<String, byte[]>> producers = of(bootstrapServers, name);
        return () -> {
            topics.ensure();
            return producers.get();
        };
    }

    /** Returns a source of producers that fence each other under {@code relay-NAME}. */
    public static Supplier<Producer<String, byte[]>> of(String bootstrapServers, String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "relay-" + name);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + name);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return () -> new KafkaProducer<>(
                settings, new StringSerializer(), new ByteArraySerializer());
    }
}
