package carte.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;

import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.fixture.Records;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.kit.kafka.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log on a real Kafka, written as the relay of shard {@code west} writes it. */
final class MenuLogUnderTest implements AutoCloseable {

    static final String SHARD = "west";

    private final String servers = EmbeddedServers.kafka().bootstrapServers();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
            new StringSerializer(), new ByteArraySerializer());

    MenuLogUnderTest() {
        new Topics(servers, (short) 1).ensure();
    }

    String bootstrapServers() {
        return servers;
    }

    void change(RestaurantId id, long version) {
        send(MenuEventCodec.encode(Records.menuChanged(id, version, Instant.now())));
    }

    void change(MenuDocument menu) {
        send(MenuEventCodec.encode(new MenuChanged(menu.restaurantId(), menu.version(), SHARD,
                Instant.now(), MenuJson.of(menu))));
    }

    void changeWithoutMenu(RestaurantId id, long version) {
        MenuChanged full = Records.menuChanged(id, version, Instant.now());
        send(MenuEventCodec.encode(new MenuChanged(
                id, full.version(), full.shard(), full.publishedAt(), null)));
    }

    void garbage(RestaurantId id) {
        send(new ProducerRecord<>(MenuTopic.NAME, MenuTopic.partitionOf(id), id.value(),
                new byte[]{1, 2, 3}));
    }

    void watermark(RestaurantId id, Instant time) {
        send(MenuEventCodec.encode(new Watermark(SHARD, time), MenuTopic.partitionOf(id)));
    }

    private void send(EncodedEvent event) {
        send(Records.sent(event));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            var _ = producer.send(record).get(20, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the record", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
