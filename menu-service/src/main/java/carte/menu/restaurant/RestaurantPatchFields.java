package carte.menu.restaurant;

import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.SpecialDay;
import java.time.Instant;
import java.util.List;

/**
 * The body that {@link RestaurantPatch} reads, for those who describe it: any of these, nothing
 * else.
 */
record RestaurantPatchFields(
        String name,
        String city,
        List<String> cuisines,
        String currency,
        String timeZone,
        Location location,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays,
        Instant pausedUntil) {}
