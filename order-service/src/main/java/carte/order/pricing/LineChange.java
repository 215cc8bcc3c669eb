package carte.order.pricing;

import carte.contracts.menu.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line that is not to be had as the customer saw it.
 *
 * @param line index of the line in the order
 * @param seen what the customer saw for one
 * @param now what one costs now, or null where it is not to be had
 */
public record LineChange(
        int line, String itemId, Kind kind, @Nullable Money seen, @Nullable Money now) {

    /** What differs. */
    public enum Kind {
        /** The price of the item or of a chosen option. */
        PRICE,
        /** The item is not on the menu, or is hidden. */
        GONE,
        /** The item is on the menu and cannot be ordered at present. */
        SOLD_OUT,
        /** The item is on the menu and not served at this time of the day or the week. */
        OUT_OF_HOURS,
        /** A chosen option is gone, or the rules of a group no longer admit the choice. */
        OPTION
    }
}
