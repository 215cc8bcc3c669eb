package carte.contracts.event;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant's menu became {@code version}.
 *
 * @param shard the shard that owns the restaurant
 * @param publishedAt the database time of the change
 * @param menu the whole menu, or null where it is too large to carry: read it from its owner
 */
public record MenuChanged(
        RestaurantId restaurantId,
        MenuVersion version,
        String shard,
        Instant publishedAt,
        @Nullable MenuJson menu) implements MenuEvent {

    /** Largest compressed menu that an event carries, in bytes. */
    public static final int LARGEST_COMPRESSED_MENU = 512 * 1024;
}
