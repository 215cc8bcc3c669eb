package carte.menu.restaurant;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.SpecialDay;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The table {@code restaurant}, in the shard of whoever calls. */
final class RestaurantRows {

    private static final String INSERT = """
            insert into restaurant (id, country, name, city, cuisines, currency, time_zone,
                latitude, longitude, opening_hours, special_days, created_at)
            values (:id, :country, :name, :city, :cuisines, :currency, :time_zone,
                :latitude, :longitude, cast(:opening_hours as jsonb),
                cast(:special_days as jsonb), clock_timestamp())
            on conflict (id) do nothing
            returning created_at""";

    private static final String UPDATE = """
            update restaurant
            set name = :name, city = :city, cuisines = :cuisines, currency = :currency,
                time_zone = :time_zone, latitude = :latitude, longitude = :longitude,
                opening_hours = cast(:opening_hours as jsonb),
                special_days = cast(:special_days as jsonb), paused_until = :paused_until,
                revision = revision + 1
            where id = :id
            returning revision, clock_timestamp() as changed_at""";

    private static final String SELECT = """
            select r.id, r.name, r.city, r.cuisines, r.currency, r.time_zone, r.latitude,
                r.longitude, r.revision, cast(r.opening_hours as text) as opening_hours,
                cast(r.special_days as text) as special_days, r.paused_until, m.version
            from restaurant r join menu m on m.restaurant_id = r.id
            """;

    private static final TypeReference<List<ServiceHours>> HOURS = new TypeReference<>() {};
    private static final TypeReference<List<SpecialDay>> SPECIAL_DAYS = new TypeReference<>() {};

    private final DatabaseClient database;

    RestaurantRows(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the database's time; empty, and nothing done, if the id is taken. */
    Mono<Instant> insert(RestaurantDetails details) {
        return bind(database.sql(INSERT), details)
                .bind("country", details.id().country())
                .map(row -> instant(row, "created_at"))
                .one();
    }

    /**
     * A change that was written.
     *
     * @param revision which it made
     * @param at the database's time
     */
    record Revised(long revision, Instant at) {}

    /** Puts the owner's fields in place of what is there; empty if there is no such restaurant. */
    Mono<Revised> update(Restaurant restaurant) {
        Instant pausedUntil = restaurant.pausedUntil();
        GenericExecuteSpec update = bind(database.sql(UPDATE), restaurant.details());
        return (pausedUntil == null
                ? update.bindNull("paused_until", OffsetDateTime.class)
                : update.bind("paused_until", pausedUntil.atOffset(ZoneOffset.UTC)))
                .map(row -> new Revised(revision(row), instant(row, "changed_at")))
                .one();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec spec, RestaurantDetails details) {
        Location location = details.location();
        GenericExecuteSpec bound = spec
                .bind("id", details.id().value())
                .bind("name", details.name())
                .bind("city", details.city())
                .bind("cuisines", details.cuisines().toArray(String[]::new))
                .bind("currency", details.currency())
                .bind("time_zone", details.timeZone().getId())
                .bind("opening_hours", json(details.openingHours()))
                .bind("special_days", json(details.specialDays()));
        bound = bind(bound, "latitude", location == null ? null : location.lat());
        return bind(bound, "longitude", location == null ? null : location.lon());
    }

    /** Returns a restaurant; empty if there is none of that id. */
    Mono<Restaurant> find(RestaurantId id) {
        return database.sql(SELECT + "where r.id = :id")
                .bind("id", id.value())
                .map(RestaurantRows::restaurant)
                .one();
    }

    /** Returns those of some ids that there are, in any order, by one query. */
    Mono<List<Restaurant>> find(Collection<RestaurantId> ids) {
        return database.sql(SELECT + "where r.id = any(:ids)")
                .bind("ids", ids.stream().map(RestaurantId::value).toArray(String[]::new))
                .map(RestaurantRows::restaurant)
                .all()
                .collectList();
    }

    /**
     * Returns the first so many restaurants in the order of their ids that the query asks for,
     * but for being open.
     *
     * @param after the id after which to begin; null: at the first
     */
    Mono<List<Restaurant>> list(RestaurantQuery query, @Nullable RestaurantId after, int most) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        condition(conditions, values, "r.country = :country", "country", query.country());
        condition(conditions, values, "lower(r.city) = lower(:city)", "city", query.city());
        condition(conditions, values, "r.cuisines @> array[lower(:cuisine)]", "cuisine",
                query.cuisine());
        condition(conditions, values,
                "lower(concat_ws(' ', r.name, r.city, array_to_string(r.cuisines, ' ')))"
                        + " like lower(:text)",
                "text", query.text() == null ? null : "%" + escaped(query.text()) + "%");
        condition(conditions, values, "r.id > :after", "after",
                after == null ? null : after.value());
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return database.sql(SELECT + where + " order by r.id limit " + most)
                .bindValues(values)
                .map(RestaurantRows::restaurant)
                .all()
                .collectList();
    }

    private static void condition(List<String> conditions, Map<String, String> values,
            String condition, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable Double value) {
        return value == null ? spec.bindNull(name, Double.class) : spec.bind(name, value);
    }

    private static Restaurant restaurant(Readable row) {
        OffsetDateTime pausedUntil = row.get("paused_until", OffsetDateTime.class);
        return new Restaurant(
                details(row),
                revision(row),
                pausedUntil == null ? null : pausedUntil.toInstant(),
                new MenuVersion(Objects.requireNonNull(row.get("version", Long.class))));
    }

    private static long revision(Readable row) {
        return Objects.requireNonNull(row.get("revision", Long.class));
    }

    private static RestaurantDetails details(Readable row) {
        Double latitude = row.get("latitude", Double.class);
        Double longitude = row.get("longitude", Double.class);
        return new RestaurantDetails(
                new RestaurantId(text(row, "id")),
                text(row, "name"),
                text(row, "city"),
                List.of(Objects.requireNonNull(row.get("cuisines", String[].class))),
                text(row, "currency"),
                ZoneId.of(text(row, "time_zone")),
                latitude == null || longitude == null ? null : new Location(latitude, longitude),
                ContractJson.mapper().readValue(text(row, "opening_hours"), HOURS),
                ContractJson.mapper().readValue(text(row, "special_days"), SPECIAL_DAYS));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }

    private static String json(Object value) {
        return ContractJson.mapper().writeValueAsString(value);
    }
}
