package carte.order;

import carte.contracts.event.OrderChanged;
import carte.contracts.event.OrderEventCodec;
import carte.contracts.event.OrderTopic;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic of order events holds at a moment. */
public final class OrderLog {

    private static final List<TopicPartition> PARTITIONS = IntStream
            .range(0, OrderTopic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(OrderTopic.NAME, partition))
            .toList();

    private OrderLog() {}

    /** Returns what became of a restaurant's orders, in the order in which it was told. */
    public static List<OrderChanged> of(RestaurantId id) {
        List<OrderChanged> changes = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedServers.kafka().bootstrapServers(),
                        "allow.auto.create.topics", false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
            while (PARTITIONS.stream().anyMatch(
                    each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (id.value().equals(record.key())) {
                        OrderEventCodec.decode(record).ifPresent(changes::add);
                    }
                });
            }
        }
        return changes;
    }
}
