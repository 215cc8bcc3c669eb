package carte.order.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.embedded.EmbeddedServers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real broker counts as an offset that no reader is ever given. */
class TopicCatchUpIT {

    private static final String KAFKA = EmbeddedServers.kafka().bootstrapServers();

    private final String topic = "caught-up-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);

    @BeforeEach
    void threeRecordsInTwoTransactions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA, "transactional.id", topic),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int count : new int[]{1, 2}) {
                producer.beginTransaction();
                for (int i = 0; i < count; i++) {
                    var _ = producer.send(new ProducerRecord<>(topic, 0, "key", new byte[0]));
                }
                producer.commitTransaction();
            }
        }
    }

    @Test
    void isDoneThoughTheEndOfTheLastTransactionIsNeverCommitted() {
        try (Consumer<String, byte[]> group = ReadinessConfiguration.consumer(KAFKA, topic)) {
            TopicCatchUp catchUp = new TopicCatchUp(topic);
            assertThat(catchUp.isDone(group)).isFalse();
            group.commitSync(Map.of(partition, new OffsetAndMetadata(3)));
            assertThat(catchUp.isDone(group)).isFalse();

            // Behind the last record, at offset 3, is the end of its transaction.
            group.commitSync(Map.of(partition, new OffsetAndMetadata(4)));

            await().until(() -> catchUp.isDone(group));
        }
    }
}
