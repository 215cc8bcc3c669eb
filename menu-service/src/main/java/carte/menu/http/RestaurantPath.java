package carte.menu.http;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;

/** The restaurant that an address names. */
public final class RestaurantPath {

    private RestaurantPath() {}

    /** Returns the id; one that no restaurant can have is answered like one that none has. */
    public static RestaurantId parse(String text) {
        return RestaurantId.parse(text).orElseThrow(() -> notFound(text));
    }

    /** Returns the answer to whoever asks for a restaurant that is not there. */
    public static ProblemException notFound(RestaurantId id) {
        return notFound(id.value());
    }

    private static ProblemException notFound(String id) {
        return ProblemException.of(
                ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant \"" + id + "\"");
    }
}
