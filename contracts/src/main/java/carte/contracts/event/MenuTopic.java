package carte.contracts.event;

import carte.contracts.menu.RestaurantId;

/**
 * The topic of menu changes: compacted, keyed by restaurant, ordered by version within a key. In
 * each partition, watermarks of each shard stand between the changes.
 *
 * <p>A record's timestamp is database time: when the relay had found the change committed, in
 * milliseconds rounded up. It is no earlier than the commit, and within a shard it never falls.
 */
public final class MenuTopic {

    /** Name of the topic. */
    public static final String NAME = "menu-events";

    /** Where records go that cannot be read. */
    public static final String DEAD_LETTERS = "menu-events.dlt";

    /** Number of partitions, which also names the hash slots of the cache; it never changes. */
    public static final int PARTITIONS = 12;

    private MenuTopic() {}

    /** Returns the partition of a restaurant, as Kafka's default partitioner would choose it. */
    public static int partitionOf(RestaurantId id) {
        return partitionOf(id.value());
    }

    /** Returns the partition of the records of a key. */
    public static int partitionOf(String recordKey) {
        return KeyPartition.of(recordKey, PARTITIONS);
    }
}
