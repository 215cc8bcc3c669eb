package carte.local.endtoend;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEvent;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic of menu changes holds at a moment, in the order of its partitions. */
final class MenuLog {

    private final List<MenuChanged> changes;

    private MenuLog(List<MenuChanged> changes) {
        this.changes = changes;
    }

    /** Reads the topic from its beginning to its present end. */
    static MenuLog read(String bootstrapServers) {
        List<TopicPartition> partitions = IntStream.range(0, MenuTopic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(MenuTopic.NAME, p))
                .toList();
        List<MenuChanged> changes = new ArrayList<>();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers);
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer
                        .poll(Duration.ofMillis(200))) {
                    decoded(record).filter(MenuChanged.class::isInstance)
                            .map(MenuChanged.class::cast).ifPresent(changes::add);
                }
            }
        }
        return new MenuLog(changes);
    }

    private static Optional<MenuEvent> decoded(ConsumerRecord<String, byte[]> record) {
        try {
            return MenuEventCodec.decode(record);
        } catch (MalformedEvent _) {
            // Set aside by everybody who reads.
            return Optional.empty();
        }
    }

    /** Returns the versions of a restaurant as they stand in the log, repeats included. */
    List<Long> versions(RestaurantId id) {
        return changes.stream()
                .filter(change -> change.restaurantId().equals(id))
                .map(change -> change.version().number())
                .toList();
    }

    /** Returns the versions as a reader applies them: what is not newer is skipped. */
    List<Long> applied(RestaurantId id) {
        List<Long> applied = new ArrayList<>();
        for (long version : versions(id)) {
            if (applied.isEmpty() || version > applied.getLast()) {
                applied.add(version);
            }
        }
        return applied;
    }
}
