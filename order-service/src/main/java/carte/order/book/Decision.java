package carte.order.book;

import carte.kit.problem.ProblemException;
import java.util.Optional;

/** Says what is to become of an order, as it is while nobody else can change it. */
@FunctionalInterface
public interface Decision {

    /**
     * Returns the change, or nothing if the order is to stay as it is.
     *
     * @throws ProblemException if it is refused
     */
    Optional<Change> on(Order order);
}
