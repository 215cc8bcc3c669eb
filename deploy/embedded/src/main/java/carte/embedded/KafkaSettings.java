package carte.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a broker that is alone, is its own controller and serves this machine only. */
final class KafkaSettings {

    static final String HOST = "127.0.0.1";

    private static final String ALONE = """
            node.id=1
            process.roles=broker,controller
            listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT
            inter.broker.listener.name=BROKER
            controller.listener.names=CONTROLLER
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            server.max.startup.time.ms=60000
            """;

    /** After a kill the controller refuses the broker until its old session has run out. */
    private static final String SOON_BACK = """
            broker.heartbeat.interval.ms=500
            broker.session.timeout.ms=3000
            """;

    /** Small, but the cleaner's map still holds all keys of a segment of the smallest records. */
    private static final String FRUGAL = """
            offsets.topic.num.partitions=4
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.num.partitions=1
            num.network.threads=2
            num.io.threads=4
            log.segment.bytes=67108864
            log.cleaner.enable=true
            log.cleaner.dedupe.buffer.size=33554432
            metric.reporters=
            """;

    private KafkaSettings() {}

    static Map<String, String> of(Path data, KafkaPorts ports) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("log.dirs", data.toString());
        String lines = ports.settings() + ALONE + SOON_BACK + FRUGAL;
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return settings;
    }
}
