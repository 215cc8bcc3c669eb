package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The figures of a restaurant, all days included.
 *
 * @param days orders by day, without days that have none
 */
record Recount(Map<LocalDate, Long> days, long open, long stars, long ratings) {

    /** Counts from scratch, by nothing but the newest revision of each order. */
    static Map<RestaurantId, Recount> of(Collection<OrderChanged> events) {
        Map<UUID, OrderChanged> newest = new HashMap<>();
        for (OrderChanged event : events) {
            newest.merge(event.orderId(), event, (one, other) -> Comparator
                    .comparingInt(OrderChanged::revision).compare(one, other) < 0 ? other : one);
        }
        Map<RestaurantId, Recount> figures = new HashMap<>();
        for (OrderChanged order : newest.values()) {
            figures.merge(order.restaurantId(), ofOne(order), Recount::plus);
        }
        return figures;
    }

    private static Recount ofOne(OrderChanged order) {
        Map<LocalDate, Long> days = switch (order.state()) {
            case REJECTED, CANCELLED -> Map.of();
            default -> Map.of(order.placedAt().atOffset(ZoneOffset.UTC).toLocalDate(), 1L);
        };
        long open = switch (order.state()) {
            case PLACED, ACCEPTED, PREPARING, READY -> 1;
            case DELIVERED, REJECTED, CANCELLED -> 0;
        };
        Integer stars = order.stars();
        return new Recount(days, open, stars == null ? 0 : stars, stars == null ? 0 : 1);
    }

    Recount plus(Recount other) {
        Map<LocalDate, Long> sum = new TreeMap<>(days);
        other.days.forEach((day, orders) -> sum.merge(day, orders, Long::sum));
        sum.values().removeIf(orders -> orders == 0);
        return new Recount(sum, open + other.open, stars + other.stars, ratings + other.ratings);
    }
}
