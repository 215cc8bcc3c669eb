package carte.gateway.site.operations;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all instances told at one moment.
 *
 * @param told by the name of each that answered
 */
record Look(Instant at, SortedMap<String, Samples> told) {

    static Look of(Instant at, Map<String, Samples> told) {
        return new Look(at, new TreeMap<>(told));
    }

    Samples of(String instance) {
        return told.getOrDefault(instance, Samples.NONE);
    }

    boolean hasHeard(String instance) {
        return told.containsKey(instance);
    }
}
