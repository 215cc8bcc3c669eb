package carte.order.listening;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/**
 * Logs the begin and the end of a time in which some event cannot be written, once each, however
 * many partitions wait and whatever can be written of the others.
 */
@Component
public final class WriteOutage implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(WriteOutage.class);

    private final Set<TopicPartition> waiting = new HashSet<>();

    synchronized void begin(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
        if (waiting.add(partition(record)) && waiting.size() == 1) {
            Throwable root = NestedExceptionUtils.getRootCause(failure);
            LOG.error("What events tell cannot be written; their reading waits and tries again: {}",
                    String.valueOf(root == null ? failure : root));
        }
    }

    /** Takes note that what a record tells was written. */
    public synchronized void end(ConsumerRecord<?, ?> record) {
        if (waiting.remove(partition(record)) && waiting.isEmpty()) {
            LOG.info("What events tell can be written again");
        }
    }

    /** What another instance reads from now on is not waited for here. */
    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private synchronized void forget(Collection<TopicPartition> partitions) {
        if (waiting.removeAll(partitions) && waiting.isEmpty()) {
            LOG.info("Events that could not be written are not read here any more");
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
