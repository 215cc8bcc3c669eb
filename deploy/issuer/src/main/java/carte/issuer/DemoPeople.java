package carte.issuer;

import carte.contracts.menu.RestaurantId;
import java.util.List;
import java.util.Map;

/** Who there is: an operator, and for every restaurant somebody of that name. */
final class DemoPeople {

    private static final String OPERATOR = "operator";

    private DemoPeople() {}

    static boolean has(String name) {
        return name.equals(OPERATOR) || RestaurantId.parse(name).isPresent();
    }

    /** Returns what tokens say of somebody. */
    static Map<String, Object> claims(String name) {
        return name.equals(OPERATOR)
                ? Map.of("preferred_username", name, "roles", List.of(OPERATOR))
                : Map.of("preferred_username", name, "restaurants", List.of(name));
    }
}
