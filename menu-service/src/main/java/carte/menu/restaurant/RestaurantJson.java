package carte.menu.restaurant;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.SpecialDay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as the public API shows it, with whether it is open now. What its customers think of
 * it the order-service knows, and the gateway puts in.
 */
record RestaurantJson(
        RestaurantId id,
        String name,
        String country,
        String city,
        List<String> cuisines,
        String currency,
        String timeZone,
        @Nullable Location location,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays,
        @Nullable Instant pausedUntil,
        boolean open,
        @Nullable Double rating,
        @Nullable Integer ratingCount,
        MenuVersion menuVersion) {

    static RestaurantJson of(Restaurant restaurant, Instant now) {
        RestaurantDetails details = restaurant.details();
        return new RestaurantJson(
                details.id(),
                details.name(),
                details.id().country(),
                details.city(),
                details.cuisines(),
                details.currency(),
                details.timeZone().getId(),
                details.location(),
                details.openingHours(),
                details.specialDays(),
                restaurant.pausedUntil(),
                restaurant.isOpen(now),
                null,
                null,
                restaurant.menuVersion());
    }

    byte[] utf8() {
        return ContractJson.mapper().writeValueAsBytes(this);
    }
}
