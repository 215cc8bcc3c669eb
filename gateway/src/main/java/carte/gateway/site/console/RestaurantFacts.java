package carte.gateway.site.console;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What pages say of a restaurant.
 *
 * @param json all that the API said
 */
public record RestaurantFacts(
        String id,
        String name,
        String country,
        String city,
        List<String> cuisines,
        String currency,
        ZoneId zone,
        boolean open,
        long menuVersion,
        JsonNode json) {

    /** Copies the list. */
    public RestaurantFacts {
        cuisines = List.copyOf(cuisines);
    }

    /** Reads the API's restaurant. */
    public static RestaurantFacts of(JsonNode json) {
        List<String> cuisines = new ArrayList<>();
        json.path("cuisines").forEach(each -> cuisines.add(each.asString("")));
        return new RestaurantFacts(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("country").asString(""),
                json.path("city").asString(""),
                cuisines,
                json.path("currency").asString("USD"),
                ZoneId.of(json.path("timeZone").asString("UTC")),
                json.path("open").asBoolean(false),
                json.path("menuVersion").asLong(0),
                json);
    }
}
