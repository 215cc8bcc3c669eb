package carte.gateway.site.customer;

import carte.contracts.json.ContractJson;
import carte.contracts.restaurant.OpeningHours;
import carte.gateway.site.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A restaurant as lists and its page show it.
 *
 * @param rating with one digit behind the point; null: nobody has rated it
 * @param opensAt when it opens next, in words; null where it is open or nobody knows
 * @param hours of the week, in words; empty for around the clock
 */
record RestaurantView(
        String id,
        String name,
        String country,
        String city,
        List<String> cuisines,
        @Nullable String rating,
        long ratingCount,
        boolean open,
        @Nullable String opensAt,
        String hours,
        ZoneId zone) {

    /** Returns the view of a restaurant of the API. */
    static RestaurantView of(JsonNode restaurant, Instant now, Locale locale) {
        Optional<OpeningHours> hours = hours(restaurant);
        ZoneId zone = hours.map(OpeningHours::timeZone).orElse(ZoneOffset.UTC);
        boolean open = restaurant.path("open").asBoolean(false);
        JsonNode rating = restaurant.path("rating");
        return new RestaurantView(
                restaurant.path("id").asString(""),
                restaurant.path("name").asString(""),
                restaurant.path("country").asString(""),
                restaurant.path("city").asString(""),
                restaurant.path("cuisines").valueStream()
                        .map(cuisine -> cuisine.asString("")).toList(),
                rating.isNumber() ? String.format(locale, "%.1f", rating.asDouble()) : null,
                restaurant.path("ratingCount").asLong(0),
                open,
                open
                        ? null
                        : hours.flatMap(known -> known.opensAt(now))
                                .map(at -> TimeText.moment(at, now, zone, locale)).orElse(null),
                hours.map(known -> TimeText.hours(known.openingHours(), locale)).orElse(""),
                zone);
    }

    private static Optional<OpeningHours> hours(JsonNode restaurant) {
        try {
            return Optional.of(
                    ContractJson.mapper().treeToValue(restaurant, OpeningHours.class));
        } catch (JacksonException _) {
            // A page without hours is better than none.
            return Optional.empty();
        }
    }

    /** Returns which of the drawings and colours stand for it: always the same ones. */
    public int hue() {
        return Math.floorMod(id.hashCode(), 6);
    }

    /** Returns the drawing that stands for it. */
    public String picture() {
        return DishPicture.of(String.join(" ", cuisines) + " " + name, "");
    }
}
