package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.SpecialDay;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says of a restaurant. */
record RestaurantDetails(
        RestaurantId id,
        String name,
        String city,
        List<String> cuisines,
        String currency,
        ZoneId timeZone,
        @Nullable Location location,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays) {}
