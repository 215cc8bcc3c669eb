package carte.menu.restaurant;

import carte.contracts.menu.MenuVersion;
import carte.contracts.restaurant.OpeningHours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as it is.
 *
 * @param revision 1 when it is created, one more at each change by its owner
 * @param pausedUntil before which it takes no orders; null: it does
 */
record Restaurant(
        RestaurantDetails details,
        long revision,
        @Nullable Instant pausedUntil,
        MenuVersion menuVersion) {

    /** Returns a restaurant as it is when it has just been created. */
    static Restaurant created(RestaurantDetails details) {
        return new Restaurant(details, 1, null, MenuVersion.FIRST);
    }

    /** Returns the same as another revision. */
    Restaurant as(long newRevision) {
        return new Restaurant(details, newRevision, pausedUntil, menuVersion);
    }

    boolean isOpen(Instant now) {
        return openingHours().isOpen(now);
    }

    OpeningHours openingHours() {
        return new OpeningHours(details.timeZone(), details.openingHours(), details.specialDays(),
                pausedUntil);
    }
}
