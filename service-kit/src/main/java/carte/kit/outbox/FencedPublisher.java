package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes batches of one outbox, each in a Kafka transaction.
 *
 * <p>The transaction is there for its fence: opening a publisher makes Kafka refuse whatever an
 * earlier one of the same outbox still has in hand. Readers do not wait for its end.
 */
final class FencedPublisher implements AutoCloseable {

    private final Producer<String, byte[]> producer;

    private FencedPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Fences all earlier publishers of the same transactional id. */
    static FencedPublisher open(Producer<String, byte[]> producer) {
        FencedPublisher publisher = new FencedPublisher(producer);
        try {
            producer.initTransactions();
            return publisher;
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    /** Returns once Kafka has all events, in this order; on an error it may have some. */
    void publish(List<PendingEvent> events) {
        producer.beginTransaction();
        for (PendingEvent event : events) {
            // The span of the request that caused the event becomes the parent of its publication.
            try (Scope _ = TraceParent.contextOf(event.traceParent()).makeCurrent()) {
                // A send that failed fails the commit below.
                var _ = producer.send(record(event));
            }
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static ProducerRecord<String, byte[]> record(PendingEvent pending) {
        EncodedEvent event = pending.event();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                event.topic(), event.partition(), event.key(), event.body());
        event.headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
