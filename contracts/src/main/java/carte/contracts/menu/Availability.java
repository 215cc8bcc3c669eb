package carte.contracts.menu;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an item can be ordered.
 *
 * @param until when the item returns to {@link Status#AVAILABLE}; null: when somebody says so
 */
public record Availability(Status status, @Nullable Instant until) {

    /** On sale, with no end. */
    public static final Availability AVAILABLE = new Availability(Status.AVAILABLE, null);

    /** What a customer may do with an item: order it, see it, or neither. */
    public enum Status {
        AVAILABLE, SOLD_OUT, HIDDEN
    }
}
