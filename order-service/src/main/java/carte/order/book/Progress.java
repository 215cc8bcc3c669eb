package carte.order.book;

import carte.contracts.order.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changes of an order.
 *
 * @param revision 1 when it was placed, one more at each change
 * @param changedAt when this revision was made, by the clock of the database
 * @param stars the customer's rating, or null while there is none
 */
public record Progress(
        int revision, OrderState state, Instant changedAt, @Nullable Integer stars) {

    /** Returns how an order begins. */
    public static Progress placed(Instant at) {
        return new Progress(1, OrderState.PLACED, at, null);
    }

    Progress at(Instant time) {
        return new Progress(revision, state, time, stars);
    }
}
