package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * {@link OrderCounts} in the tables {@code counted_order}, {@code restaurant_day} and {@code
 * restaurant_popularity}.
 */
@Component
final class PostgresOrderCounts implements OrderCounts {

    private static final String ENSURE = """
            insert into restaurant_popularity (restaurant_id) values (:restaurant)
            on conflict do nothing""";

    // Alone in its statement: what the next one reads has to be as it is once the lock is held.
    private static final String LOCK = """
            select now() as now from restaurant_popularity
            where restaurant_id = :restaurant for update""";

    private static final String FIND = """
            select order_id, restaurant_id, revision, state, stars, placed_at, changed_at, ready_at
            from counted_order where order_id = :order""";

    private static final String WRITE = """
            with known as (
                insert into counted_order (order_id, restaurant_id, revision, state, stars,
                    placed_at, changed_at, ready_at, being_made, ended)
                values (:order, :restaurant, :revision, :state, :stars, :placed_at, :changed_at,
                    :ready_at, :being_made, :ended)
                on conflict (order_id) do update set revision = excluded.revision,
                    state = excluded.state, stars = excluded.stars,
                    changed_at = excluded.changed_at, ready_at = excluded.ready_at,
                    being_made = excluded.being_made, ended = excluded.ended
            ), counted as (
                insert into restaurant_day (restaurant_id, day, orders)
                select :restaurant, :day, :orders where :orders <> 0
                on conflict (restaurant_id, day)
                do update set orders = restaurant_day.orders + excluded.orders
            )
            update restaurant_popularity set order_count = order_count + :orders,
                first_day = least(first_day, :day),
                stars = stars + :rated_stars, ratings = ratings + :ratings
            where restaurant_id = :restaurant""";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PostgresOrderCounts(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Boolean> apply(OrderChanged event) {
        return transaction.transactional(lock(event.restaurantId())
                .flatMap(now -> find(event.orderId())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(before -> apply(before.orElse(null), event, now))));
    }

    private Mono<Boolean> apply(@Nullable KnownOrder before, OrderChanged event, Instant now) {
        return Mono.justOrEmpty(OrderStep.of(before, event, now))
                .flatMap(step -> write(step).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Returns the database's time, by which known orders are removed. */
    private Mono<Instant> lock(RestaurantId restaurant) {
        return database.sql(ENSURE).bind("restaurant", restaurant.value()).then()
                .then(database.sql(LOCK)
                        .bind("restaurant", restaurant.value())
                        .map(row -> value(row, "now", Instant.class))
                        .one());
    }

    private Mono<KnownOrder> find(UUID order) {
        return database.sql(FIND).bind("order", order).map(PostgresOrderCounts::order).one();
    }

    private Mono<Void> write(OrderStep step) {
        KnownOrder order = step.order();
        Contribution difference = step.difference();
        GenericExecuteSpec write = database.sql(WRITE)
                .bind("order", order.orderId())
                .bind("restaurant", order.restaurantId().value())
                .bind("revision", order.revision())
                .bind("state", order.state().name())
                .bind("placed_at", order.placedAt())
                .bind("changed_at", order.changedAt())
                .bind("being_made", order.isBeingMade())
                .bind("ended", order.isEnded())
                .bind("day", order.placedAt().atOffset(ZoneOffset.UTC).toLocalDate())
                .bind("orders", difference.orders())
                .bind("rated_stars", difference.stars())
                .bind("ratings", difference.ratings());
        write = bind(write, "stars", order.stars(), Integer.class);
        return bind(write, "ready_at", order.readyAt(), Instant.class).then();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    private static KnownOrder order(Readable row) {
        return new KnownOrder(
                value(row, "order_id", UUID.class),
                new RestaurantId(value(row, "restaurant_id", String.class)),
                value(row, "revision", Integer.class),
                OrderState.valueOf(value(row, "state", String.class)),
                row.get("stars", Integer.class),
                value(row, "placed_at", Instant.class),
                value(row, "changed_at", Instant.class),
                row.get("ready_at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
