package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.kit.http.QueryParameters;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** The ids of the restaurants that a list is asked for. */
final class RestaurantIds {

    private static final String NAME = "ids";
    private static final int MOST = 100;
    private static final List<String> OTHERS = List.of(
            "country", "city", "cuisine", "q", "open_now", "limit", "cursor");

    private RestaurantIds() {}

    /** Returns each id once, in the order that was asked for; none if there is no parameter. */
    static List<RestaurantId> of(MultiValueMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query);
        String ids = parameters.one(NAME);
        if (ids == null) {
            return List.of();
        }
        for (String other : OTHERS) {
            if (parameters.one(other) != null) {
                throw QueryParameters.malformed(NAME + ": expected without " + other);
            }
        }
        String[] texts = ids.split(",", -1);
        if (texts.length > MOST) {
            throw QueryParameters.malformed(
                    NAME + ": expected at most " + MOST + " but found " + texts.length);
        }
        return List.of(texts).stream().map(RestaurantIds::id).distinct().toList();
    }

    private static RestaurantId id(String text) {
        return RestaurantId.parse(text).orElseThrow(() -> QueryParameters.malformed(NAME
                + ": expected ids such as NG-mama-put-ikeja with commas between them"));
    }
}
