package carte.invalidator.menu;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log's readers where the cache is: the offset of each partition is stored in the cache,
 * with the entries, and moves only from where the cache itself says it is.
 */
final class CachePlaces {

    private static final Logger LOG = LoggerFactory.getLogger(CachePlaces.class);

    private final MenuCache cache;
    private final InvalidatorMeters meters;
    private final Duration patience;
    private final Map<TopicPartition, PartitionProgress> places = new ConcurrentHashMap<>();

    CachePlaces(MenuCache cache, InvalidatorMeters meters, Duration patience) {
        this.cache = cache;
        this.meters = meters;
        this.patience = patience;
    }

    /**
     * Tells whether records of the partition may be applied: not before it is known where the cache
     * is, and not until they come from there.
     *
     * @param offset of the record that came, before which all was applied at some time
     * @throws RuntimeException if the cache cannot say
     */
    boolean isInPlace(TopicPartition partition, long offset) {
        PartitionProgress place = place(partition);
        if (place.needsPlace()) {
            long held = answer(cache.offset(partition.partition()).block(patience));
            LOG.debug("{}: the cache is at {}", partition, held);
            place.goTo(held, offset);
        }
        return !place.isSeeking();
    }

    /** Returns the step that applies a record; {@code to} is the offset behind it. */
    LogStep step(TopicPartition partition, long to) {
        return new LogStep(place(partition).expected(), to);
    }

    /**
     * Takes note of what became of a step; where the cache is elsewhere, asks where.
     *
     * @param outcome nothing if the record changed nothing in the cache
     * @throws RuntimeException if the cache does not answer
     */
    void taken(TopicPartition partition, LogStep step, Optional<ApplyOutcome> outcome) {
        if (outcome.isEmpty()) {
            return;
        }
        PartitionProgress place = place(partition);
        if (outcome.get() != ApplyOutcome.ELSEWHERE) {
            place.advancedTo(step.to());
            return;
        }
        long held = answer(cache.offset(partition.partition()).block(patience));
        LOG.warn("{}: the cache is at {} where {} was expected: it was wiped or rolled back, or"
                + " another instance goes on; reading the log from there",
                partition, held, step.from());
        meters.rewound();
        place.goTo(held, step.from());
    }

    /** Tells whether a record was applied before, and comes again because of a rewind. */
    boolean isReplay(TopicPartition partition, long offset) {
        PartitionProgress place = places.get(partition);
        return place != null && place.isReplay(offset);
    }

    /** Moves the consumer to where its partitions' records are needed from; before each poll. */
    void seek(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            place(partition).takeSeek().ifPresent(offset -> {
                if (offset == MenuCache.NOTHING_APPLIED) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, offset);
                }
            });
        }
    }

    /** The partitions are another consumer's from now on, of this instance or of another. */
    void passedOn(Collection<TopicPartition> partitions) {
        partitions.forEach(places::remove);
    }

    private PartitionProgress place(TopicPartition partition) {
        return places.computeIfAbsent(partition, _ -> new PartitionProgress());
    }

    private static long answer(@Nullable Long offset) {
        return Objects.requireNonNull(offset, "the cache did not say where it is");
    }
}
