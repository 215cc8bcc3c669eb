package carte.gateway.site.operations;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the page stands on, of those in {@code deploy/observability/telemetry.md}. */
final class MetricNames {

    static final String ANSWERS = "carte_edge_answers_seconds_count";
    static final String VISIBLE = "carte_edge_commit_to_visible_seconds_bucket";
    static final String APPLIED = "carte_invalidator_commit_to_applied_seconds_bucket";
    static final String REDIS_READS = "carte_reads_cache_total";

    static final String EDGE_WATERMARK_AGE = "carte_edge_watermark_age_seconds";
    static final String REDIS_WATERMARK_AGE = "carte_invalidator_watermark_age_seconds";
    static final String LOG_SILENCE = "carte_edge_log_silence_seconds";

    static final String OUTBOX_DEPTH = "carte_outbox_depth";
    static final String OUTBOX_AGE = "carte_outbox_age_seconds";
    static final String OUTBOX_LEASE = "carte_outbox_lease";

    static final String PARTITIONS_WAITING = "carte_invalidator_partitions_waiting";
    static final String BREAKER = "resilience4j_circuitbreaker_state";
    static final String UPTIME = "process_uptime_seconds";
    static final String MEMORY_USED = "jvm_memory_used_bytes";
    static final String MEMORY_MOST = "jvm_memory_max_bytes";

    /** What only grows, and of which the page shows by how much. */
    static final Set<String> COUNTED = Set.of(ANSWERS, VISIBLE, APPLIED, REDIS_READS);

    private static final Set<String> WANTED = Stream.of(
            COUNTED.stream(),
            FaultKind.counters(),
            Stream.of(EDGE_WATERMARK_AGE, REDIS_WATERMARK_AGE, LOG_SILENCE,
                    OUTBOX_DEPTH, OUTBOX_AGE, OUTBOX_LEASE, PARTITIONS_WAITING, BREAKER, UPTIME,
                    MEMORY_USED, MEMORY_MOST))
            .flatMap(names -> names).collect(Collectors.toUnmodifiableSet());

    private MetricNames() {}

    static boolean isWanted(String name) {
        return WANTED.contains(name);
    }
}
