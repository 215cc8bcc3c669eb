package carte.menu.restaurant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the rest begins; null if there is none
 */
record RestaurantPage(List<Restaurant> items, @Nullable Cursor next) {}
