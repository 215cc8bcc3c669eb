package carte.contracts.event;

import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import java.time.Instant;

/**
 * What a restaurant is since its latest change, as far as whoever takes its orders must know it.
 *
 * @param revision 1 when the restaurant is created, one more at each change
 * @param shard the shard that owns the restaurant
 * @param changedAt the database time of the change
 */
public record RestaurantChanged(
        RestaurantId restaurantId,
        long revision,
        String shard,
        Instant changedAt,
        OpeningHours openingHours) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public RestaurantChanged {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: expected at least 1: " + revision);
        }
    }
}
