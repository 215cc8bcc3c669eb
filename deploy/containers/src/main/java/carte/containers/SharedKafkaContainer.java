package carte.containers;

import carte.embedded.KafkaServer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;

/** A broker that is alone, of the version that the clients have. */
final class SharedKafkaContainer extends KafkaContainer implements KafkaServer {

    SharedKafkaContainer() {
        super("apache/kafka:" + AppInfoParser.getVersion());
        withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4");
        withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
        withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
        withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
    }

    @Override
    public String bootstrapServers() {
        String listener = getBootstrapServers();
        return listener.substring(listener.lastIndexOf('/') + 1);
    }

    /** Each context that ends closes its connections; the broker is others' too. */
    @Override
    public void close() {
        // It ends with the JVM.
    }
}
