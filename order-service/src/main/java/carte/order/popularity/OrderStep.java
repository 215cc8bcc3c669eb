package carte.order.popularity;

import carte.contracts.event.MalformedEvent;
import carte.contracts.event.OrderChanged;
import carte.contracts.event.OrderTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes: its order as it is known from now on, and what is to be added to the
 * figures, so that each order counts once however often and in whatever order its events come.
 */
record OrderStep(KnownOrder order, Contribution difference) {

    /** Of an order without a row whose event is older than this the row may have been removed. */
    static final Duration REMEMBERED = Duration.ofDays(OrderTopic.RETAINED_DAYS);

    /**
     * Returns what an event changes, or nothing if it is no news.
     *
     * @param before what was known of the order; null if nothing was
     * @param now by the clock by which known orders are removed
     * @throws MalformedEvent if the order is known to be another restaurant's
     */
    static Optional<OrderStep> of(@Nullable KnownOrder before, OrderChanged event, Instant now) {
        if (before == null) {
            return event.changedAt().isBefore(now.minus(REMEMBERED))
                    ? Optional.empty()
                    : Optional.of(between(null, KnownOrder.of(event)));
        }
        if (!before.restaurantId().equals(event.restaurantId())) {
            throw new MalformedEvent("the order " + event.orderId() + " is one of "
                    + before.restaurantId() + " but the event of " + event.restaurantId());
        }
        KnownOrder after = before.with(event);
        return after.equals(before) ? Optional.empty() : Optional.of(between(before, after));
    }

    private static OrderStep between(@Nullable KnownOrder before, KnownOrder after) {
        return new OrderStep(after, Contribution.of(after).minus(Contribution.of(before)));
    }
}
