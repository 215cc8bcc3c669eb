package carte.menu.schedule;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code menu_schedule}, in the shard of whoever calls. */
final class ScheduleRows {

    private static final String TIME_ZONE = "select time_zone from restaurant where id = :id";

    private static final String INSERT = """
            insert into menu_schedule (id, restaurant_id, at, local, due_at, state, author,
                created_at, changes)
            values (:schedule, :id, :at, :local, :due_at, 'PENDING', :author,
                :created_at, :changes)""";

    private static final String SELECT = """
            select id, position, restaurant_id, at, due_at, state, author, created_at, changes,
                version, problem
            from menu_schedule
            """;

    private static final String FIND = SELECT
            + "where restaurant_id = :id and id = :schedule";

    private static final String FIRST_DUE = SELECT + """
            where restaurant_id = :id and state = 'PENDING' and due_at <= :now
            order by due_at, position limit 1""";

    private static final String PENDING_LOCAL = SELECT
            + "where restaurant_id = :id and state = 'PENDING' and local";

    private static final String COUNT_PENDING = """
            select count(*) as pending from menu_schedule
            where restaurant_id = :id and state = 'PENDING'""";

    private static final String MOVE = "update menu_schedule set due_at = :due_at where id = :id";

    private static final String CANCEL = "update menu_schedule set state = 'CANCELLED'"
            + " where id = :id";

    private static final String APPLIED = """
            update menu_schedule set state = 'APPLIED', version = :version where id = :id""";

    private static final String FAILED = """
            update menu_schedule set state = 'FAILED', problem = :problem
            where id = :id and state = 'PENDING'""";

    private static final String LIST = """
            select * from (
                select ranked.*, count(*) over () as remaining,
                    sum(octet_length(changes)) over (order by ended, rank, position) as bytes
                from (
                    select *, state <> 'PENDING' as ended,
                        case when state = 'PENDING' then 1 else -1 end
                            * cast(extract(epoch from due_at) * 1000000 as bigint) as rank
                    from menu_schedule where restaurant_id = :id
                ) as ranked
                where (ended, rank, position) > (:ended, :rank, :position)
            ) as measured
            where bytes - octet_length(changes) < :most_bytes
            order by ended, rank, position limit :limit""";

    /** A page ends after so many bytes of changes even if it is not full. */
    private static final int LARGEST_PAGE_BYTES = 1024 * 1024;

    private final DatabaseClient database;

    ScheduleRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<ZoneId> timeZone(RestaurantId id) {
        return database.sql(TIME_ZONE)
                .bind("id", id.value())
                .map(row -> ZoneId.of(text(row, "time_zone")))
                .one();
    }

    Mono<Void> insert(Schedule schedule) {
        return database.sql(INSERT)
                .bind("schedule", schedule.id())
                .bind("id", schedule.restaurantId().value())
                .bind("at", schedule.at().text())
                .bind("local", schedule.at() instanceof ScheduledTime.Local)
                .bind("due_at", schedule.dueAt().atOffset(ZoneOffset.UTC))
                .bind("author", schedule.author())
                .bind("created_at", schedule.createdAt().atOffset(ZoneOffset.UTC))
                .bind("changes", schedule.changes())
                .then();
    }

    /** Returns a schedule of a restaurant; empty if it has none of that id. */
    Mono<Schedule> find(RestaurantId id, UUID schedule) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("schedule", schedule)
                .map(ScheduleRows::schedule)
                .one();
    }

    /** Returns what a restaurant has to do first at {@code now}; empty if nothing. */
    Mono<Schedule> firstDue(RestaurantId id, Instant now) {
        return database.sql(FIRST_DUE)
                .bind("id", id.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(ScheduleRows::schedule)
                .one();
    }

    /** Returns what is still to come and was given in the restaurant's own time. */
    Flux<Schedule> pendingLocal(RestaurantId id) {
        return database.sql(PENDING_LOCAL)
                .bind("id", id.value())
                .map(ScheduleRows::schedule)
                .all();
    }

    Mono<Long> countPending(RestaurantId id) {
        return database.sql(COUNT_PENDING)
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get("pending", Long.class)))
                .one();
    }

    Mono<Void> move(Schedule schedule, Instant dueAt) {
        return database.sql(MOVE)
                .bind("id", schedule.id())
                .bind("due_at", dueAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> cancel(Schedule schedule) {
        return database.sql(CANCEL).bind("id", schedule.id()).then();
    }

    Mono<Void> applied(Schedule schedule, MenuVersion version) {
        return database.sql(APPLIED)
                .bind("id", schedule.id())
                .bind("version", version.number())
                .then();
    }

    /** Ends a schedule that is still to come; does nothing to one that has ended meanwhile. */
    Mono<Void> failed(UUID schedule, String problem) {
        return database.sql(FAILED)
                .bind("id", schedule)
                .bind("problem", problem)
                .then();
    }

    private record Listed(Schedule schedule, long remaining) {}

    Mono<SchedulePage> list(RestaurantId id, ScheduleQuery query) {
        return database.sql(LIST)
                .bind("id", id.value())
                .bind("ended", query.after().ended())
                .bind("rank", query.after().rank())
                .bind("position", query.after().position())
                .bind("most_bytes", LARGEST_PAGE_BYTES)
                .bind("limit", query.limit())
                .map(row -> new Listed(schedule(row),
                        Objects.requireNonNull(row.get("remaining", Long.class))))
                .all()
                .collectList()
                .map(ScheduleRows::page);
    }

    private static SchedulePage page(List<Listed> rows) {
        List<Schedule> items = rows.stream().map(Listed::schedule).toList();
        boolean more = !rows.isEmpty() && rows.getFirst().remaining() > rows.size();
        return new SchedulePage(items, more ? ScheduleCursor.at(items.getLast()) : null);
    }

    private static Schedule schedule(Readable row) {
        String at = text(row, "at");
        Long version = row.get("version", Long.class);
        return new Schedule(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("position", Long.class)),
                new RestaurantId(text(row, "restaurant_id")),
                ScheduledTime.parse(at).orElseThrow(),
                instant(row, "due_at"),
                ScheduleState.valueOf(text(row, "state")),
                text(row, "author"),
                instant(row, "created_at"),
                text(row, "changes"),
                version == null ? null : new MenuVersion(version),
                row.get("problem", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
