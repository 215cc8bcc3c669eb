package carte.invalidator.menu;

import carte.contracts.event.DeadLetterHeaders;
import carte.contracts.event.MenuTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** The dead letters in a Kafka topic: each record as it was, and headers that say where and why. */
final class KafkaDeadLetters implements DeadLetters {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Duration patience;

    KafkaDeadLetters(KafkaTemplate<byte[], byte[]> kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    @Override
    public void setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        try {
            // Until Kafka has it, the record must not count as dealt with; the thread is the
            // listener's own and has nothing else to do.
            kafka.send(letter(record, reason)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(MenuTopic.DEAD_LETTERS + " cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing " + MenuTopic.DEAD_LETTERS, e);
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                MenuTopic.DEAD_LETTERS,
                record.partition(),
                record.key(),
                record.value(),
                record.headers());
        ReplayedRecords.putBack(letter.headers());
        add(letter, DeadLetterHeaders.REASON, reason);
        add(letter, DeadLetterHeaders.TOPIC, record.topic());
        add(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        add(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        return letter;
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
