package carte.order.restaurants;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link RestaurantCopies} in the table {@code restaurant_copy}. */
@Component
final class PostgresRestaurantCopies implements RestaurantCopies {

    private static final String FIND = """
            select cast(hours as text) as hours from restaurant_copy
            where restaurant_id = :restaurant""";

    private static final String APPLY = """
            insert into restaurant_copy (restaurant_id, revision, hours)
            values (:restaurant, :revision, cast(:hours as jsonb))
            on conflict (restaurant_id) do update set
                revision = excluded.revision, hours = excluded.hours
            where restaurant_copy.revision < excluded.revision""";

    private final DatabaseClient database;

    PostgresRestaurantCopies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<OpeningHours> find(RestaurantId id) {
        return database.sql(FIND)
                .bind("restaurant", id.value())
                .map(row -> ContractJson.mapper().readValue(
                        Objects.requireNonNull(row.get("hours", String.class)),
                        OpeningHours.class))
                .one();
    }

    @Override
    public Mono<Boolean> apply(RestaurantId id, long revision, OpeningHours hours) {
        return database.sql(APPLY)
                .bind("restaurant", id.value())
                .bind("revision", revision)
                .bind("hours", ContractJson.mapper().writeValueAsString(hours))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
