package carte.gateway.log;

import carte.kit.kafka.LogReader;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How the log is read: everything that stands in it, at once. */
final class MenuLogSettings {

    private MenuLogSettings() {}

    static Map<String, Object> of(String bootstrapServers) {
        Map<String, Object> settings = LogReader.settings(bootstrapServers, "gateway-menu-log");
        // A position that is not there any more must be noticed: something was missed.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // The database has committed what an event tells of, whatever becomes of the transaction.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        return settings;
    }
}
