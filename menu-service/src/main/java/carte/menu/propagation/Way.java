package carte.menu.propagation;

import carte.contracts.event.MenuSighted;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where one change was seen, and when first.
 *
 * @param gateways by their names
 */
record Way(
        @Nullable Instant kafkaAckedAt,
        @Nullable Instant redisAppliedAt,
        SortedMap<String, Instant> gateways) {

    /** Was seen nowhere yet. */
    static final Way UNSEEN = new Way(null, null, Collections.emptySortedMap());

    /** Names come from outside; more of them than this are not gateways. */
    private static final int MOST_GATEWAYS = 200;

    /** Adds a sighting; of several of one stage and gateway, in any order, the earliest counts. */
    Way and(MenuSighted sighting) {
        Instant at = sighting.at();
        return switch (sighting.stage()) {
            case KAFKA_ACKED -> new Way(earlier(kafkaAckedAt, at), redisAppliedAt, gateways);
            case REDIS_APPLIED -> new Way(kafkaAckedAt, earlier(redisAppliedAt, at), gateways);
            case GATEWAY_SEEN -> new Way(kafkaAckedAt, redisAppliedAt,
                    seen(sighting.instance(), at));
        };
    }

    private SortedMap<String, Instant> seen(String gateway, Instant at) {
        if (gateways.size() == MOST_GATEWAYS && !gateways.containsKey(gateway)) {
            return gateways;
        }
        SortedMap<String, Instant> more = new TreeMap<>(gateways);
        more.merge(gateway, at, Way::earlier);
        return Collections.unmodifiableSortedMap(more);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
