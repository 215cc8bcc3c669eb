package carte.contracts.event;

import carte.contracts.menu.RestaurantId;

/** The topic of {@link RestaurantChanged}: compacted, keyed by restaurant, ordered by revision. */
public final class RestaurantTopic {

    /** Name of the topic. */
    public static final String NAME = "restaurant-events";

    /** Number of partitions; it never changes, or the order within a key would be lost. */
    public static final int PARTITIONS = 12;

    private RestaurantTopic() {}

    /** Returns the partition of a restaurant, as Kafka's default partitioner would choose it. */
    public static int partitionOf(RestaurantId id) {
        return KeyPartition.of(id.value(), PARTITIONS);
    }
}
