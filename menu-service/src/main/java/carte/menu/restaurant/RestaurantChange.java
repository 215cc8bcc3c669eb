package carte.menu.restaurant;

import carte.contracts.json.ContractJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a patch made of a restaurant. */
record RestaurantChange(Restaurant before, Restaurant after, RestaurantPatch patch) {

    /** What a field said and says. */
    record FromTo(JsonNode from, JsonNode to) {}

    static RestaurantChange of(Restaurant before, RestaurantPatch patch) {
        return new RestaurantChange(before, patch.applyTo(before), patch);
    }

    /** Returns the fields that differ, by their names in JSON. */
    Map<String, FromTo> changedFields() {
        JsonNode old = tree(before);
        JsonNode now = tree(after);
        Map<String, FromTo> changed = new TreeMap<>();
        for (RestaurantPatch.Field field : patch.fields()) {
            JsonNode from = old.get(field.json());
            JsonNode to = now.get(field.json());
            if (!from.equals(to)) {
                changed.put(field.json(), new FromTo(from, to));
            }
        }
        return changed;
    }

    /** Whether it is open then does not matter: that is no field which can be changed. */
    private static JsonNode tree(Restaurant restaurant) {
        return ContractJson.mapper().valueToTree(RestaurantJson.of(restaurant, Instant.EPOCH));
    }
}
