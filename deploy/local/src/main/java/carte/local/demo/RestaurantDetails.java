package carte.local.demo;

import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import java.time.LocalDate;
import java.util.List;

/** The body that creates a restaurant: {@code POST /api/v1/restaurants}. */
public record RestaurantDetails(
        RestaurantId id,
        String name,
        String country,
        String city,
        List<String> cuisines,
        String currency,
        String timeZone,
        Location location,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays) {

    /** A date with hours of its own. */
    public record SpecialDay(LocalDate date, boolean closed) {}
}
