package carte.contracts.cache;

import carte.contracts.event.MenuTopic;
import carte.contracts.menu.RestaurantId;

/** Names of the Redis keys; all keys of a Kafka partition share one hash slot. */
public final class CacheKeys {

    private CacheKeys() {}

    /** Returns the key of a restaurant's {@link CacheEntry}. */
    public static String menu(RestaurantId id) {
        return "{" + MenuTopic.partitionOf(id) + "}:menu:" + id.value();
    }
}
