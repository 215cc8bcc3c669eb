package carte.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a broker that is alone, is its own controller and serves this machine only. */
final class KafkaSettings {

    static final String HOST = "127.0.0.1";

    private static final String NODE = "1";

    private KafkaSettings() {}

    static Map<String, String> of(Path data, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("log.dirs", data.toString());
        settings.putAll(addresses(port, controllerPort));
        settings.putAll(aloneness());
        settings.putAll(frugality());
        return settings;
    }

    private static Map<String, String> addresses(int port, int controllerPort) {
        String broker = "BROKER://" + HOST + ":" + port;
        String controller = HOST + ":" + controllerPort;
        return Map.of(
                "node.id",
                NODE,
                "process.roles",
                "broker,controller",
                "listeners",
                broker + ",CONTROLLER://" + controller,
                "advertised.listeners",
                broker,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                NODE + "@" + controller);
    }

    private static Map<String, String> aloneness() {
        return Map.of(
                "auto.create.topics.enable",
                "false",
                "default.replication.factor",
                "1",
                "offsets.topic.replication.factor",
                "1",
                "transaction.state.log.replication.factor",
                "1",
                "transaction.state.log.min.isr",
                "1",
                "share.coordinator.state.topic.replication.factor",
                "1",
                "share.coordinator.state.topic.min.isr",
                "1",
                "group.initial.rebalance.delay.ms",
                "0",
                "server.max.startup.time.ms",
                "60000");
    }

    /** Small, but the cleaner's map still holds all keys of a segment of the smallest records. */
    private static Map<String, String> frugality() {
        return Map.of(
                "offsets.topic.num.partitions",
                "4",
                "transaction.state.log.num.partitions",
                "4",
                "share.coordinator.state.topic.num.partitions",
                "1",
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "log.segment.bytes",
                "67108864",
                "log.cleaner.enable",
                "true",
                "log.cleaner.dedupe.buffer.size",
                "33554432",
                "metric.reporters",
                "");
    }
}
