package carte.menu.propagation;

import carte.contracts.event.MenuSighted;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was seen of the newest changes of each shard. Newest by the time at which they were made, so
 * that a log that is read anew pushes nothing out.
 */
final class SightingStore {

    private final Map<String, NavigableMap<Change, Way>> shards = new HashMap<>();
    private final int most;

    /**
     * Keeps nothing of other shards than these.
     *
     * @param most changes of each shard that are kept
     */
    SightingStore(Collection<String> shards, int most) {
        this.most = most;
        shards.forEach(shard -> this.shards.put(shard, new TreeMap<>()));
    }

    /** Takes note of a sighting, unless it is of a change that is too old to be kept. */
    synchronized void add(MenuSighted sighting) {
        NavigableMap<Change, Way> changes = shards.get(sighting.shard());
        if (changes != null) {
            changes.merge(Change.of(sighting), Way.UNSEEN.and(sighting),
                    (before, _) -> before.and(sighting));
            if (changes.size() > most) {
                changes.pollFirstEntry();
            }
        }
    }

    /** Returns what is known of a change's way. */
    synchronized Way find(String shard, Change change) {
        NavigableMap<Change, Way> changes = shards.get(shard);
        return changes == null ? Way.UNSEEN : changes.getOrDefault(change, Way.UNSEEN);
    }

    /** Returns how many changes are kept. */
    synchronized int size() {
        return shards.values().stream().mapToInt(Map::size).sum();
    }
}
