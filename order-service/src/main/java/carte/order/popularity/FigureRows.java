package carte.order.popularity;

import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Reads figures, each request by one statement: all of one moment, and that moment with them. */
final class FigureRows implements Figures {

    /** The popular restaurants of a country. */
    static final int MOST_POPULAR = 10;

    /** As of when a primary's figures are: all that was committed before is seen. */
    static final String NOW = "now()";

    /** As of when a replica's figures are: the newest time of the primary that it shows. */
    static final String BEAT = "(select b.at from popularity_beat b)";

    /** How long an order is waited for; one that is open for longer was forgotten. */
    private static final String MADE_WITHIN = "interval '3 hours'";

    /** How long an order that nobody ends counts as open. */
    private static final String OPEN_FOR = "interval '1 day'";

    /** By how many orders it is told how long they usually take, and how old these may be. */
    private static final int RECENT_ORDERS = 20;
    private static final String RECENT = "interval '7 days'";

    /** The orders of the window; looks at days only where some have left it and were not swept. */
    private static final String ORDER_COUNT = """
            case when r.first_day <= %s then r.order_count - coalesce((
                select sum(d.orders) from restaurant_day d
                where d.restaurant_id = r.restaurant_id and d.day <= %s), 0)
            else r.order_count end""".formatted(Window.LAST_DAY_OUT, Window.LAST_DAY_OUT);

    private static final String OF_RESTAURANTS = """
            picked as (
                select a.place, a.id as restaurant_id,
                    coalesce(%s, 0) as order_count,
                    coalesce(r.stars, 0) as stars, coalesce(r.ratings, 0) as ratings
                from unnest(:ids) with ordinality as a (id, place)
                left join restaurant_popularity r on r.restaurant_id = a.id
            )""".formatted(ORDER_COUNT);

    private static final String OF_COUNTRY = """
            ranked as (
                select r.restaurant_id, %s as order_count, r.stars, r.ratings
                from restaurant_popularity r
                where r.country = :country and r.ratings > 0 and 2 * r.stars >= 9 * r.ratings
                order by 2 desc, r.restaurant_id limit %d
            ), picked as (
                select row_number() over (order by order_count desc, restaurant_id) as place,
                    ranked.*
                from ranked
            )""".formatted(ORDER_COUNT, MOST_POPULAR);

    private final DatabaseClient database;
    private final String ofRestaurants;
    private final String ofCountry;

    /** Takes {@link #NOW} for a primary, {@link #BEAT} for a replica. */
    FigureRows(DatabaseClient database, String asOf) {
        this.database = database;
        String figures = "\n" + figures(asOf);
        this.ofRestaurants = "with " + OF_RESTAURANTS + figures;
        this.ofCountry = "with " + OF_COUNTRY + figures;
    }

    /** Returns the figures; nothing from a replica that was never told the time. */
    @Override
    public Mono<PopularityFigures> read(PopularityQuery query) {
        return statement(query)
                .map(FigureRow::of)
                .all()
                .collectList()
                .flatMap(rows -> Mono.justOrEmpty(figures(rows)));
    }

    private static String figures(String asOf) {
        return """
                select %s as as_of, clock_timestamp() as answered_at, p.*, m.open_orders,
                    m.being_made, h.ready_last_hour, u.usual_seconds
                from (select) one
                left join picked p on true
                left join lateral (
                    select count(*) as open_orders,
                        count(*) filter (where o.being_made and o.placed_at > now() - %s)
                            as being_made
                    from counted_order o
                    where o.restaurant_id = p.restaurant_id and not o.ended
                        and o.placed_at > now() - %s) m on true
                left join lateral (
                    select count(*) as ready_last_hour from counted_order o
                    where o.restaurant_id = p.restaurant_id
                        and o.ready_at > now() - interval '1 hour') h on true
                left join lateral (
                    select percentile_cont(0.5) within group (order by r.seconds) as usual_seconds
                    from (select cast(extract(epoch from o.ready_at - o.placed_at)
                            as double precision) as seconds
                        from counted_order o
                        where o.restaurant_id = p.restaurant_id and o.ready_at > now() - %s
                        order by o.ready_at desc limit %d) r) u on true
                order by p.place"""
                .formatted(asOf, MADE_WITHIN, OPEN_FOR, RECENT, RECENT_ORDERS);
    }

    private GenericExecuteSpec statement(PopularityQuery query) {
        return switch (query) {
            case PopularityQuery.OfRestaurants(List<RestaurantId> ids) -> database
                    .sql(ofRestaurants)
                    .bind("ids", ids.stream().map(RestaurantId::value).toArray(String[]::new));
            case PopularityQuery.OfCountry(String country) -> database
                    .sql(ofCountry)
                    .bind("country", country);
        };
    }

    private static @Nullable PopularityFigures figures(List<FigureRow> rows) {
        Instant asOf = rows.getFirst().asOf();
        if (asOf == null) {
            return null;
        }
        return new PopularityFigures(asOf, millisUp(asOf, rows.getFirst().answeredAt()),
                rows.stream().map(FigureRow::popularity).filter(Objects::nonNull).toList());
    }

    /** Returns the time between the two, rounded up; none between those that are out of order. */
    static long millisUp(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).plusNanos(999_999).toMillis());
    }

    /** One row: a restaurant's, or, where there is none, only the times. */
    private record FigureRow(
            @Nullable Instant asOf, Instant answeredAt, @Nullable Popularity popularity) {

        static FigureRow of(Readable row) {
            return new FigureRow(row.get("as_of", Instant.class),
                    Objects.requireNonNull(row.get("answered_at", Instant.class)),
                    popularity(row));
        }

        private static @Nullable Popularity popularity(Readable row) {
            String id = row.get("restaurant_id", String.class);
            if (id == null) {
                return null;
            }
            long ratings = number(row, "ratings");
            return new Popularity(new RestaurantId(id), number(row, "order_count"),
                    Popularity.rating(number(row, "stars"), ratings), ratings,
                    number(row, "open_orders"),
                    WaitingTime.minutes(number(row, "being_made"), number(row, "ready_last_hour"),
                            row.get("usual_seconds", Double.class)));
        }

        private static long number(Readable row, String column) {
            return Objects.requireNonNull(row.get(column, Long.class));
        }
    }
}
