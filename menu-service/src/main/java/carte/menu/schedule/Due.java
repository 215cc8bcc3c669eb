package carte.menu.schedule;

import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a shard found.
 *
 * @param menus those with work that is due
 * @param untilNext how long nothing else will be due; null if nothing else is known
 */
record Due(List<DueMenu> menus, @Nullable Duration untilNext) {

    /** A menu and how many pieces of work are due for it. */
    record DueMenu(RestaurantId id, int pieces) {}
}
