package carte.menu;

import carte.contracts.event.RestaurantChanged;
import carte.contracts.event.RestaurantEventCodec;
import carte.contracts.event.RestaurantTopic;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic tells of one restaurant, from its beginning. */
record RestaurantLog(RestaurantId id, KafkaConsumer<String, byte[]> consumer)
        implements
            AutoCloseable {

    static RestaurantLog of(RestaurantId id) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedServers.kafka().bootstrapServers()),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partition = List.of(
                new TopicPartition(RestaurantTopic.NAME, RestaurantTopic.partitionOf(id)));
        consumer.assign(partition);
        consumer.seekToBeginning(partition);
        return new RestaurantLog(id, consumer);
    }

    List<RestaurantChanged> poll() {
        return StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                .map(RestaurantEventCodec::decode)
                .flatMap(Optional::stream)
                .filter(event -> event.restaurantId().equals(id))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
