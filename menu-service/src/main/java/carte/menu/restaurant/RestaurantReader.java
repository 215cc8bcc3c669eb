package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.menu.shard.ShardMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body that creates a restaurant and says everything that is wrong with it. */
final class RestaurantReader {

    private static final Pattern ID = Pattern.compile(RestaurantId.PATTERN);
    private static final Set<String> COUNTRIES = Set.copyOf(
            Arrays.asList(Locale.getISOCountries()));
    private static final RestaurantId STAND_IN = new RestaurantId("XX-unreadable");

    private RestaurantReader() {}

    /** Reads {@code body}; throws {@link carte.kit.problem.ProblemException} with all faults. */
    static RestaurantDetails read(byte[] body, ShardMap shards) {
        return JsonBody.read(body, restaurant -> read(restaurant, shards));
    }

    private static RestaurantDetails read(JsonObject restaurant, ShardMap shards) {
        RestaurantId id = new RestaurantId(restaurant.matching("id", ID,
                "an id such as NG-mama-put-ikeja", STAND_IN.value()));
        country(restaurant, id, shards);
        return new RestaurantDetails(
                id,
                RestaurantFields.name(restaurant),
                RestaurantFields.city(restaurant),
                RestaurantFields.cuisines(restaurant),
                RestaurantFields.currency(restaurant),
                RestaurantFields.timeZone(restaurant),
                RestaurantFields.location(restaurant),
                RestaurantFields.openingHours(restaurant),
                RestaurantFields.specialDays(restaurant));
    }

    private static void country(JsonObject restaurant, RestaurantId id, ShardMap shards) {
        String expected = "an ISO 3166-1 code such as NG";
        String country = restaurant.matching("country", RestaurantFields.COUNTRY, expected, "");
        if (country.isEmpty()) {
            return;
        }
        if (!COUNTRIES.contains(country)) {
            restaurant.fault("country", "expected " + expected + " but found \"" + country + "\"");
        } else if (!id.equals(STAND_IN) && !country.equals(id.country())) {
            restaurant.fault("country", "expected " + id.country()
                    + ", with which the id begins, but found " + country);
        } else if (shards.ofCountry(country).isEmpty()) {
            restaurant.fault("country",
                    "restaurants of " + country + " are not served here; expected"
                            + " one of " + String.join(", ", shards.countries()));
        }
    }
}
