package carte.order.readiness;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a group has read all that a topic held when it was first asked about. What the group
 * has read is what it has committed, whichever instance it was read by.
 */
final class TopicCatchUp {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final String topic;
    private @Nullable Map<TopicPartition, Long> ends;

    TopicCatchUp(String topic) {
        this.topic = topic;
    }

    /** Looks once; {@code consumer} is of the group's name and takes no part in it. */
    boolean isDone(Consumer<String, byte[]> consumer) {
        if (ends == null) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            ends = consumer.endOffsets(partitions);
        }
        Map<TopicPartition, Long> behind = behind(consumer, ends);
        return behind.isEmpty() || holdNothing(consumer, behind, ends);
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Returns where the group goes on in the partitions that it has not read to their ends. */
    private static Map<TopicPartition, Long> behind(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> read = consumer.committed(ends.keySet());
        Map<TopicPartition, Long> behind = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata next = read.get(partition);
            long offset = next == null ? 0 : next.offset();
            if (offset < end) {
                behind.put(partition, offset);
            }
        });
        return behind;
    }

    /** The ends of transactions have offsets that no group ever commits: nothing is behind then. */
    private static boolean holdNothing(Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> behind, Map<TopicPartition, Long> ends) {
        consumer.assign(behind.keySet());
        behind.forEach(consumer::seek);
        long until = System.nanoTime() + LONGEST_LOOK.toNanos();
        // One look may not reach all partitions.
        while (System.nanoTime() - until < 0) {
            if (!consumer.poll(LOOK).isEmpty()) {
                return false;
            }
            if (behind.keySet().stream().allMatch(partition -> consumer.position(partition) >= ends
                    .getOrDefault(partition, Long.MAX_VALUE))) {
                return true;
            }
        }
        return false;
    }
}
