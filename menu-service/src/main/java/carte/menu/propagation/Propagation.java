package carte.menu.propagation;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer: how far a version has come, in the time of its shard's database.
 *
 * @param kafkaAckedAt null while not known, like the other times
 * @param traceId of the request that made the version; null if it was not traced
 */
record Propagation(
        long version,
        Instant committedAt,
        @Nullable Instant kafkaAckedAt,
        @Nullable Instant redisAppliedAt,
        List<Seen> gateways,
        @Nullable String traceId) {

    private static final Comparator<Seen> BY_TIME = Comparator.comparing(Seen::seenAt)
            .thenComparing(Seen::instance);

    /** A gateway shows the version since then. */
    record Seen(String instance, Instant seenAt) {}

    /**
     * Puts together what the history and what others say. Nothing is seen before it is made, and
     * who has a version has it from Kafka; clocks that say otherwise are a little wrong.
     */
    static Propagation of(MenuVersion version, CommittedVersion committed, Way way) {
        Instant made = committed.publishedAt();
        List<Seen> gateways = way.gateways().entrySet().stream()
                .map(seen -> new Seen(seen.getKey(), notBefore(made, seen.getValue())))
                .sorted(BY_TIME)
                .toList();
        Instant applied = way.redisAppliedAt() == null
                ? null
                : notBefore(made, way.redisAppliedAt());
        Instant acked = way.kafkaAckedAt() == null
                ? null
                : Stream.concat(
                        Stream.of(notBefore(made, way.kafkaAckedAt())),
                        Stream.concat(Stream.ofNullable(applied),
                                gateways.stream().map(Seen::seenAt)))
                        .min(Comparator.naturalOrder()).orElseThrow();
        return new Propagation(version.number(), made, acked, applied, gateways,
                committed.traceId());
    }

    private static Instant notBefore(Instant made, Instant seen) {
        Instant time = seen.truncatedTo(ChronoUnit.MICROS);
        return time.isBefore(made) ? made : time;
    }
}
