package carte.contracts.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition the records of a key go to, as Kafka's default partitioner chooses it. */
final class KeyPartition {

    private KeyPartition() {}

    static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
