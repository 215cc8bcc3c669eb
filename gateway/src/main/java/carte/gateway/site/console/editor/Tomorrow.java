package carte.gateway.site.console.editor;

import carte.gateway.site.console.RestaurantFacts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** When "tomorrow" begins for a restaurant: when it opens next, but not today. */
final class Tomorrow {

    private static final int WEEK = 7;

    private Tomorrow() {}

    static Instant opening(RestaurantFacts restaurant, Instant now) {
        LocalDate today = now.atZone(restaurant.zone()).toLocalDate();
        for (int days = 1; days <= WEEK; days++) {
            LocalDate day = today.plusDays(days);
            Optional<LocalTime> opens = opens(restaurant.json(), day.getDayOfWeek());
            if (opens.isPresent()) {
                return day.atTime(opens.get()).atZone(restaurant.zone()).toInstant();
            }
        }
        return today.plusDays(1).atStartOfDay(restaurant.zone()).toInstant();
    }

    private static Optional<LocalTime> opens(JsonNode restaurant, DayOfWeek day) {
        String name = day.name().substring(0, 3);
        return restaurant.path("openingHours").valueStream()
                .filter(hours -> hours.path("days").valueStream()
                        .anyMatch(each -> each.asString("").equals(name)))
                .map(hours -> LocalTime.parse(hours.path("from").asString("00:00")))
                .min(Comparator.naturalOrder());
    }
}
