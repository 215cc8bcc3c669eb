package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Seeded histories of orders, and the ways in which their events may arrive. */
final class OrderHistories {

    private static final Money TOTAL = new Money(350_000, "NGN");

    private final Random random;
    private final List<RestaurantId> restaurants;
    private final Instant now;

    /** Takes {@code now} for the moment before which everything happened. */
    OrderHistories(long seed, List<RestaurantId> restaurants, Instant now) {
        this.random = new Random(seed);
        this.restaurants = List.copyOf(restaurants);
        this.now = now;
    }

    /** Returns the events of so many orders of the last days, each order's in their order. */
    List<OrderChanged> of(int orders, int days) {
        List<OrderChanged> events = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            long minutes = Duration.ofDays(days).toMinutes();
            Instant placed = now.minus(Duration.ofMinutes(random.nextLong(180, minutes)));
            events.addAll(history(placed));
        }
        return events;
    }

    /** Walks through the states to wherever chance ends; some customers rate. */
    private List<OrderChanged> history(Instant placed) {
        UUID order = new UUID(random.nextLong(), random.nextLong());
        RestaurantId restaurant = restaurants.get(random.nextInt(restaurants.size()));
        List<OrderChanged> events = new ArrayList<>();
        OrderState state = OrderState.PLACED;
        Instant at = placed;
        events.add(new OrderChanged(order, restaurant, 1, state, TOTAL, placed, at, null));
        while (state.isOpen() && random.nextInt(10) > 0) {
            List<OrderState> next = List.copyOf(state.next());
            state = next.get(random.nextInt(5) > 0 ? 0 : random.nextInt(next.size()));
            at = at.plusSeconds(random.nextLong(60, 1_200));
            events.add(new OrderChanged(
                    order, restaurant, events.size() + 1, state, TOTAL, placed, at, null));
        }
        if (state == OrderState.DELIVERED && random.nextBoolean()) {
            events.add(new OrderChanged(order, restaurant, events.size() + 1, state, TOTAL, placed,
                    at.plusSeconds(600), random.nextInt(1, 6)));
        }
        return events;
    }

    /** Returns the same events in any order, some of them several times. */
    List<OrderChanged> disturbed(List<OrderChanged> events) {
        List<OrderChanged> arriving = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(3) == 0).forEach(arriving::add);
        events.stream().filter(_ -> random.nextInt(9) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        return arriving;
    }

    /** Returns the same events without some that a later one of the same order makes up for. */
    List<OrderChanged> withGaps(List<OrderChanged> events) {
        List<OrderChanged> left = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            boolean last = i + 1 == events.size()
                    || !events.get(i + 1).orderId().equals(events.get(i).orderId());
            if (last || random.nextInt(3) > 0) {
                left.add(events.get(i));
            }
        }
        return left;
    }
}
