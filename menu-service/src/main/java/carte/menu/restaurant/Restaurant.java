package carte.menu.restaurant;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as it is.
 *
 * @param pausedUntil before which it takes no orders; null: it does
 */
record Restaurant(
        RestaurantDetails details,
        @Nullable Instant pausedUntil,
        MenuVersion menuVersion) {

    /** Returns a restaurant as it is when it has just been created. */
    static Restaurant created(RestaurantDetails details) {
        return new Restaurant(details, null, MenuVersion.FIRST);
    }

    boolean isOpen(Instant now) {
        return OpeningHours.isOpen(details.openingHours(), details.specialDays(), pausedUntil,
                details.timeZone(), now);
    }
}
