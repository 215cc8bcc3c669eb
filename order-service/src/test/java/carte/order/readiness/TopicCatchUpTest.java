package carte.order.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TopicCatchUpTest {

    private static final String TOPIC = "menu-events";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest") {

        // The mock forgets what others have committed whenever partitions are assigned.
        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                Set<TopicPartition> partitions) {
            return Map.copyOf(committed);
        }
    };
    private final TopicCatchUp catchUp = new TopicCatchUp(TOPIC);

    TopicCatchUpTest() {
        Node[] nodes = {};
        kafka.updatePartitions(TOPIC, List.of(
                new PartitionInfo(TOPIC, 0, Node.noNode(), nodes, nodes),
                new PartitionInfo(TOPIC, 1, Node.noNode(), nodes, nodes)));
        kafka.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        kafka.updateEndOffsets(Map.of(FIRST, 3L, SECOND, 0L));
    }

    @Test
    void isDoneOnceTheGroupHasReadWhatWasThere() {
        assertThat(look(1)).isFalse();

        committed(2);
        assertThat(look(2)).isFalse();

        committed(3);
        assertThat(catchUp.isDone(kafka)).isTrue();
    }

    @Test
    void whatCameLaterIsNotWaitedFor() {
        assertThat(look(0)).isFalse();
        kafka.updateEndOffsets(Map.of(FIRST, 9L, SECOND, 9L));
        committed(3);

        assertThat(catchUp.isDone(kafka)).isTrue();
    }

    @Test
    void aTopicThatIsNotThereHoldsNothing() {
        assertThat(new TopicCatchUp("restaurant-events").isDone(kafka)).isTrue();
    }

    @Test
    void isReadyAfterKafkaWasAwayAndStaysSoWhenItGoesAgain() {
        AtomicInteger attempts = new AtomicInteger();
        committed(3);
        CopiesHealth health = new CopiesHealth(Map.of(TOPIC, "order-service"), _ -> {
            if (attempts.incrementAndGet() < 3) {
                throw new KafkaException("away");
            }
            return kafka;
        });
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        health.start();
        await().until(() -> health.health().getStatus().equals(Status.UP));
        await().until(kafka::closed);

        assertThat(attempts).hasValue(3);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        health.stop();
    }

    /** Looks while the first partition has a record at {@code offset}. */
    private boolean look(long offset) {
        kafka.schedulePollTask(() -> {
            kafka.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", new byte[0]));
        });
        return catchUp.isDone(kafka);
    }

    private void committed(long offset) {
        committed.put(FIRST, new OffsetAndMetadata(offset));
    }
}
