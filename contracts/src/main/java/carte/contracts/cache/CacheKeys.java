package carte.contracts.cache;

import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;

/** Names of the Redis keys; all keys of a Kafka partition share one hash slot. */
public final class CacheKeys {

    private CacheKeys() {}

    /** Returns the key of a restaurant's {@link CacheEntry}. */
    public static String menu(RestaurantId id) {
        return slot(MenuTopic.partitionOf(id)) + "menu:" + id.value();
    }

    /** Returns the key of the time of the last {@code Watermark} that was applied (µs). */
    public static String watermark(int partition, String shard) {
        return slot(partition) + "wm:" + shard;
    }

    /** Returns the key of the offset of the first record that was not yet applied. */
    public static String offset(int partition) {
        return slot(partition) + "offset";
    }

    private static String slot(int partition) {
        return "{" + partition + "}:";
    }
}
