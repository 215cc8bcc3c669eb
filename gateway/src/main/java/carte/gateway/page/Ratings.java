package carte.gateway.page;

import carte.contracts.json.ContractJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Shows restaurants with what their customers think of them. */
final class Ratings {

    private Ratings() {}

    /** Returns the restaurant with its rating; null in its place where that is not known. */
    static ObjectNode rated(ObjectNode restaurant, @Nullable Popularity popularity) {
        ObjectNode rated = ContractJson.mapper().createObjectNode();
        rated.setAll(restaurant);
        rated.put("rating", popularity == null ? null : popularity.rating());
        rated.put("ratingCount", popularity == null ? null : popularity.ratingCount());
        return rated;
    }
}
