package carte.gateway.site.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may go wrong, and the number that grows when it does, if there is one. */
enum FaultKind {
    UNREACHABLE,
    RESTARTED,
    LOG_SILENT,
    WATERMARK_LATE,
    OUTBOX_STUCK,
    CIRCUIT_OPEN,
    PARTITION_WAITS,
    ANSWERS_FAILED("carte_edge_answers_seconds_count", "outcome", "failed"),
    ANSWERS_STALE("carte_edge_answers_seconds_count", "outcome", "stale"),
    PARTS_MISSING("carte_page_parts_missing_total"),
    INSTANCE_LEFT("carte_upstream_left_total"),
    CALLS_SHED("carte_upstream_shed_total"),
    CLIENTS_UNCOUNTED("carte_limit_uncounted_total"),
    RECORDS_SET_ASIDE("carte_invalidator_records_set_aside_total"),
    ORDER_RECORDS_SET_ASIDE("carte_order_records_set_aside_total"),
    EVENTS_UNKNOWN("carte_invalidator_events_unknown_total"),
    CACHE_REWOUND("carte_invalidator_replays_total"),
    SCHEDULE_FAILED("carte_schedule_failed_total"),
    SIGHTINGS_LOST("carte_sightings_lost_total"),
    ERRORS_LOGGED("logback_events_total", "level", "error");

    private final @Nullable String counter;
    private final String label;
    private final String value;

    FaultKind() {
        this(null, "", "");
    }

    FaultKind(String counter) {
        this(counter, "", "");
    }

    FaultKind(@Nullable String counter, String label, String value) {
        this.counter = counter;
        this.label = label;
        this.value = value;
    }

    /** Returns the names of all numbers that grow. */
    static Stream<String> counters() {
        return Arrays.stream(values()).map(kind -> kind.counter).filter(name -> name != null);
    }

    /** Returns how often it has happened, of what has grown. */
    long count(Samples grown) {
        if (counter == null) {
            return 0;
        }
        return Math.round(label.isEmpty()
                ? grown.total(counter)
                : grown.total(counter, label, value));
    }

    /** Returns the end of the key of its sentence. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
