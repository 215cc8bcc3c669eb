package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the primary's tables have. */
record PopularityTables(DatabaseClient database) {

    /** Returns what time the primary has. */
    Instant now() {
        return Objects.requireNonNull(database.sql("select clock_timestamp()")
                .map(row -> Objects.requireNonNull(row.get(0, Instant.class))).one().block());
    }

    /** Takes the figures of a country from the primary's tables. */
    Map<RestaurantId, Recount> figures(String country) {
        Map<RestaurantId, Recount> figures = new TreeMap<>();
        database.sql("""
                select r.restaurant_id, (select count(*) from counted_order o
                    where o.restaurant_id = r.restaurant_id and not o.ended),
                    r.stars, r.ratings, d.day, d.orders
                from restaurant_popularity r left join restaurant_day d using (restaurant_id)
                where r.country = :country""").bind("country", country).map(row -> {
            LocalDate day = row.get("day", LocalDate.class);
            Integer orders = row.get("orders", Integer.class);
            Map<LocalDate, Long> days = day == null || orders == null || orders == 0
                    ? Map.of()
                    : Map.of(day, (long) orders);
            return Map.entry(
                    new RestaurantId(Objects.requireNonNull(row.get(0, String.class))),
                    new Recount(days, number(row.get(1, Long.class)),
                            number(row.get(2, Long.class)), number(row.get(3, Long.class))));
        }).all().toStream().forEach(row -> figures.merge(row.getKey(), row.getValue(),
                (one, other) -> new Recount(one.plus(other).days(), one.open(), one.stars(),
                        one.ratings())));
        return figures;
    }

    private static long number(@Nullable Long value) {
        return Objects.requireNonNull(value);
    }

    /** Waits until the newest revision of every order has been read. */
    void await(Collection<OrderChanged> events) {
        Map<UUID, Integer> newest = events.stream().collect(Collectors.toMap(
                OrderChanged::orderId, OrderChanged::revision, Math::max));
        UUID[] orders = newest.keySet().toArray(UUID[]::new);
        long revisions = newest.values().stream().mapToLong(Integer::longValue).sum();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> revisions == number(database
                .sql("select coalesce(sum(revision), 0) from counted_order"
                        + " where order_id = any(:orders)")
                .bind("orders", orders)
                .map(row -> number(row.get(0, Long.class))).one().block()));
    }

    long count(String from) {
        return number(database.sql("select count(*) from " + from)
                .map(row -> number(row.get(0, Long.class))).one().block());
    }
}
