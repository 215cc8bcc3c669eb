package carte.invalidator.menu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which partitions stand still because a record of theirs could not be applied, and says so
 * once when that begins and once when it ends, however often the record is tried in between.
 */
final class Standstill {

    private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

    private final Set<TopicPartition> waiting = new HashSet<>();
    private final Clock clock;
    private Instant since = Instant.EPOCH;

    Standstill(Clock clock) {
        this.clock = clock;
    }

    /** A record of the partition could not be applied. */
    synchronized void failed(TopicPartition partition, RuntimeException failure) {
        if (waiting.isEmpty()) {
            since = clock.instant();
            LOG.warn("changes cannot be applied, waiting at {}: {}",
                    partition, root(failure).toString());
        }
        waiting.add(partition);
    }

    /** A record of the partition was applied. */
    synchronized void succeeded(TopicPartition partition) {
        if (waiting.remove(partition) && waiting.isEmpty()) {
            LOG.info("changes are applied again after {}",
                    Duration.between(since, clock.instant()));
        }
    }

    /** The partitions are another consumer's from now on, of this instance or of another. */
    synchronized void passedOn(Collection<TopicPartition> partitions) {
        if (waiting.removeAll(partitions) && waiting.isEmpty()) {
            LOG.info("the partitions that stood still were passed on to another consumer");
        }
    }

    /** Returns how many partitions stand still. */
    synchronized int size() {
        return waiting.size();
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
