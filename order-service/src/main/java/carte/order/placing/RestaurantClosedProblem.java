package carte.order.placing;

import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells a customer until when a restaurant is closed. */
final class RestaurantClosedProblem {

    private RestaurantClosedProblem() {}

    /** Returns the problem, with the member {@code opensAt}; null where it is not known. */
    static Problem of(@Nullable Instant opensAt) {
        String detail = opensAt == null
                ? "the restaurant is closed, and it is not known until when; nothing was ordered"
                : "the restaurant takes orders again at " + opensAt + "; nothing was ordered";
        return Problem.of(ProblemType.RESTAURANT_CLOSED, detail).with("opensAt", opensAt);
    }
}
