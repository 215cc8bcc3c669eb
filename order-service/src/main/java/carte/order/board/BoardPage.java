package carte.order.board;

import carte.order.book.Order;
import carte.order.book.OrderAnswer;
import carte.order.book.OrderPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders of a restaurant.
 *
 * @param next the cursor of the page behind this one, or null on the last
 */
record BoardPage(List<OrderAnswer> items, @Nullable String next) {

    /** Copies the orders. */
    BoardPage {
        items = List.copyOf(items);
    }

    /** Returns the first {@code limit} of the orders that were found. */
    static BoardPage of(List<Order> found, int limit) {
        List<Order> shown = found.subList(0, Math.min(limit, found.size()));
        return new BoardPage(shown.stream().map(OrderAnswer::of).toList(),
                found.size() > limit
                        ? BoardCursor.text(OrderPosition.of(shown.getLast()))
                        : null);
    }
}
