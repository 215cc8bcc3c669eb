package carte.order.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WriteOutageTest {

    private static final String BEGIN = "cannot be written";
    private static final String END = "can be written again";
    private final IllegalStateException full = new IllegalStateException("the disk is full");

    private final WriteOutage outage = new WriteOutage();

    @Test
    void isToldOnceThoughOtherPartitionsAreWritten(CapturedOutput log) {
        for (int attempt = 0; attempt < 3; attempt++) {
            outage.begin(record(1), full);
            outage.end(record(2));
        }
        assertThat(log.getAll()).containsOnlyOnce(BEGIN).contains("the disk is full")
                .doesNotContain(END);

        outage.end(record(1));
        assertThat(log.getAll()).containsOnlyOnce(END);
    }

    @Test
    void endsWithTheLastPartition(CapturedOutput log) {
        outage.begin(record(1), full);
        outage.begin(record(2), full);
        outage.end(record(1));
        assertThat(log.getAll()).containsOnlyOnce(BEGIN).doesNotContain(END);

        outage.end(record(2));
        outage.begin(record(1), full);
        assertThat(log.getAll().split(BEGIN, -1)).hasSize(3);
    }

    @Test
    void partitionThatAnotherInstanceReadsIsNotWaitedFor(CapturedOutput log) {
        outage.begin(record(1), full);
        outage.onPartitionsLost(new MockConsumer<>("earliest"),
                List.of(new TopicPartition("t", 1)));
        outage.begin(record(2), full);

        outage.end(record(2));
        assertThat(log.getAll()).containsOnlyOnce(END);
    }

    private static ConsumerRecord<String, byte[]> record(int partition) {
        return new ConsumerRecord<>("t", partition, 0, "key", new byte[0]);
    }
}
