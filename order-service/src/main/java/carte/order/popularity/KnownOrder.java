package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order, whichever of its events have been read and in whatever order: its
 * newest revision, and when it became ready.
 *
 * @param revision the newest that was read
 * @param changedAt when that revision was made
 * @param readyAt null until the event of its becoming ready was read
 */
record KnownOrder(
        UUID orderId,
        RestaurantId restaurantId,
        int revision,
        OrderState state,
        @Nullable Integer stars,
        Instant placedAt,
        Instant changedAt,
        @Nullable Instant readyAt) {

    /** Returns what one event tells by itself. */
    static KnownOrder of(OrderChanged event) {
        Instant changed = kept(event.changedAt());
        return new KnownOrder(event.orderId(), event.restaurantId(), event.revision(),
                event.state(), event.stars(), kept(event.placedAt()), changed,
                event.state() == OrderState.READY ? changed : null);
    }

    /**
     * Returns what is known once an event was read, too; the same as before if it was no news. Of
     * an older revision only the time of becoming ready is news: it holds whatever came later.
     */
    KnownOrder with(OrderChanged event) {
        KnownOrder told = of(event);
        Instant ready = earlier(readyAt, told.readyAt());
        KnownOrder newest = told.revision() > revision ? told : this;
        return new KnownOrder(orderId, restaurantId, newest.revision(), newest.state(),
                newest.stars(), placedAt, newest.changedAt(), ready);
    }

    /** Tells whether the kitchen still has it before it. */
    boolean isBeingMade() {
        return state.isOpen() && state != OrderState.READY;
    }

    /** Tells whether it will not change its state any more. */
    boolean isEnded() {
        return !state.isOpen();
    }

    /** The database keeps microseconds; what is told again must not look like news. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
