package carte.embedded;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A broker and its controller, running in this JVM over a directory. */
final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /** Returns when the broker serves clients. */
    static KafkaBroker start(Path root, KafkaPorts ports) {
        BrokerLogLevels.warningsOnly();
        Path data = KafkaStorage.formatted(root, ports);
        KafkaConfig config = new KafkaConfig(KafkaSettings.of(data, ports), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failure) {
            server.shutdown();
            throw new StartFailed("Kafka did not start: " + failure.getMessage(), failure);
        }
        return new KafkaBroker(server);
    }

    void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
