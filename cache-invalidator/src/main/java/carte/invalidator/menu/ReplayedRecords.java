package carte.invalidator.menu;

import carte.kit.telemetry.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Takes changes that are read again after a rewind out of the traces that they came in, before the
 * tracing agent sees them: each begins a trace of its own, which is linked to the first. Each of
 * Kafka's consumers makes one.
 */
public final class ReplayedRecords implements ConsumerInterceptor<byte[], byte[]> {

    /** The setting that says where the consumers are. */
    static final String PLACES = "carte.invalidator.places";

    private static final String REPLAY_OF = "carte_replay_of";

    private CachePlaces places;

    /** Knows nothing before it is told the settings. */
    @SuppressWarnings("NullAway.Init")
    public ReplayedRecords() {}

    @Override
    public void configure(Map<String, ?> settings) {
        places = (CachePlaces) Objects.requireNonNull(settings.get(PLACES));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            takeOut(partition, records.records(partition));
        }
        return records;
    }

    /** By their numbers: the agent would take each that an iterator returns for being applied. */
    private void takeOut(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        for (int i = 0; i < records.size(); i++) {
            if (places.isReplay(partition, records.get(i).offset())) {
                takeOut(records.get(i));
            }
        }
    }

    /** What nobody traced the first time, as the watermarks, is not traced again. */
    private static void takeOut(ConsumerRecord<byte[], byte[]> record) {
        Header parent = record.headers().lastHeader(TraceParent.HEADER);
        if (parent != null && TraceParent.spanOf(text(parent)).isSampled()) {
            record.headers().remove(TraceParent.HEADER).add(REPLAY_OF, parent.value());
        }
    }

    /** Returns the span that published a record which was taken out of its trace. */
    static Optional<String> publishedIn(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(REPLAY_OF))
                .map(ReplayedRecords::text);
    }

    /** Puts a record that was taken out of its trace back, as it was in the log. */
    static void putBack(Headers headers) {
        Header parent = headers.lastHeader(REPLAY_OF);
        if (parent != null) {
            headers.remove(REPLAY_OF).add(TraceParent.HEADER, parent.value());
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // The cache's own offset is what counts.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
