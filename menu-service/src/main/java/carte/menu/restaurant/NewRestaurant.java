package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.SpecialDay;
import java.util.List;

/** The body that {@link RestaurantReader} reads, for those who describe it. */
record NewRestaurant(
        RestaurantId id,
        String name,
        String country,
        String city,
        List<String> cuisines,
        String currency,
        String timeZone,
        Location location,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays) {}
