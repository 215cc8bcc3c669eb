package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.kit.telemetry.TraceParent;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns once Kafka has all events and, behind them, all watermarks, in this order; on an
     * error it may have some.
     *
     * @param foundAt database time at which the events were known to be committed
     * @return when Kafka had acknowledged each of the events, as {@link System#nanoTime} counts
     */
    long[] publish(List<PendingEvent> events, List<EncodedEvent> watermarks, Instant foundAt) {
        producer.beginTransaction();
        long[] acknowledged = new long[events.size()];
        for (int i = 0; i < acknowledged.length; i++) {
            PendingEvent pending = events.get(i);
            int place = i;
            // The span of the request that caused the event becomes the parent of its publication.
            send(pending.event(), foundAt, TraceParent.contextOf(pending.traceParent()),
                    (_, _) -> acknowledged[place] = System.nanoTime());
        }
        for (EncodedEvent watermark : watermarks) {
            // Four times a second and partition would be traced else, here and by every reader.
            send(watermark, foundAt, TraceParent.untraced(), null);
        }
        producer.commitTransaction();
        return acknowledged;
    }

    private void send(EncodedEvent event, Instant foundAt, Context context,
            @Nullable Callback acknowledged) {
        try (Scope _ = context.makeCurrent()) {
            // A send that failed fails the commit.
            var _ = producer.send(record(event, foundAt), acknowledged);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static ProducerRecord<String, byte[]> record(EncodedEvent event, Instant foundAt) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                event.topic(), event.partition(), roundedUp(foundAt), event.key(), event.body());
        event.headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** A record must not look earlier than the commit that it tells of. */
    private static long roundedUp(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }
}
