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
                version, problem, ended_at, cancelled_by
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
            select count(*) as pending, coalesce(sum(octet_length(changes)), 0) as bytes
            from menu_schedule
            where restaurant_id = :id and state = 'PENDING'""";

    private static final String MOVE = "update menu_schedule set due_at = :due_at where id = :id";

    private static final String CANCEL = """
            update menu_schedule
            set state = 'CANCELLED', cancelled_by = :author, ended_at = :now where id = :id""";

    private static final String APPLIED = """
            update menu_schedule
            set state = 'APPLIED', version = :version, ended_at = clock_timestamp()
            where id = :id""";

    private static final String FAILED = """
            update menu_schedule
            set state = 'FAILED', problem = :problem, ended_at = clock_timestamp()
            where id = :id and state = 'PENDING'""";

    private static final String REMOVE_ENDED = """
            delete from menu_schedule
            where state <> 'PENDING'
                and ended_at < clock_timestamp() - cast(:days as int) * interval '1 day'""";

    private static final String NEXT_PENDING = part("state = 'PENDING'", ">", "asc");
    private static final String NEXT_ENDED = part("state <> 'PENDING'", "<", "desc");

    /** A part of a page ends after so many bytes of changes even if it is not full. */
    private static final int LARGEST_PART_BYTES = 1024 * 1024;

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

    /** How many changes are still to come, and how many bytes they are together. */
    record Pending(long count, long bytes) {}

    Mono<Pending> pending(RestaurantId id) {
        return database.sql(COUNT_PENDING)
                .bind("id", id.value())
                .map(row -> new Pending(
                        Objects.requireNonNull(row.get("pending", Long.class)),
                        Objects.requireNonNull(row.get("bytes", Long.class))))
                .one();
    }

    Mono<Void> move(Schedule schedule, Instant dueAt) {
        return database.sql(MOVE)
                .bind("id", schedule.id())
                .bind("due_at", dueAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> cancel(UUID schedule, String author, Instant now) {
        return database.sql(CANCEL)
                .bind("id", schedule)
                .bind("author", author)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> applied(Schedule schedule, MenuVersion version) {
        return database.sql(APPLIED)
                .bind("id", schedule.id())
                .bind("version", version.number())
                .then();
    }

    /** Ends a schedule that is still to come; returns 0 of one that has ended meanwhile. */
    Mono<Long> failed(UUID schedule, String problem) {
        return database.sql(FAILED)
                .bind("id", schedule)
                .bind("problem", problem)
                .fetch()
                .rowsUpdated();
    }

    /** Removes what ended so many days ago and returns how many. */
    Mono<Long> removeEnded(long days) {
        return database.sql(REMOVE_ENDED).bind("days", days).fetch().rowsUpdated();
    }

    private static String part(String states, String beyond, String direction) {
        String order = "due_at " + direction + ", position " + direction;
        return """
                select * from (
                    select part.*, count(*) over () as found,
                        sum(octet_length(changes)) over (order by %1$s) as bytes
                    from (
                        %2$s
                        where restaurant_id = :id and %3$s
                            and (due_at, position) %4$s (:due_at, :position)
                        order by %1$s limit :limit
                    ) as part
                ) as measured
                where bytes - octet_length(changes) < :most_bytes
                order by %1$s""".formatted(order, SELECT, states, beyond);
    }

    private record Listed(Schedule schedule, long found) {}

    /** Returns what is to come, and what has ended where that does not fill the page. */
    Mono<SchedulePage> list(RestaurantId id, ScheduleQuery query) {
        if (query.after().ended()) {
            return list(id, NEXT_ENDED, query.after(), query.limit());
        }
        return list(id, NEXT_PENDING, query.after(), query.limit())
                .flatMap(pending -> pending.next() == null
                        ? list(id, NEXT_ENDED, ScheduleCursor.FIRST_ENDED,
                                query.limit() - pending.items().size()).map(pending::followedBy)
                        : Mono.just(pending));
    }

    private Mono<SchedulePage> list(
            RestaurantId id, String sql, ScheduleCursor after, int most) {
        // One more than is wanted tells whether there is a rest.
        return database.sql(sql)
                .bind("id", id.value())
                .bind("due_at", after.dueAt().atOffset(ZoneOffset.UTC))
                .bind("position", after.position())
                .bind("most_bytes", LARGEST_PART_BYTES)
                .bind("limit", most + 1)
                .map(row -> new Listed(schedule(row),
                        Objects.requireNonNull(row.get("found", Long.class))))
                .all()
                .collectList()
                .map(rows -> page(rows, most));
    }

    private static SchedulePage page(List<Listed> rows, int most) {
        List<Schedule> items = rows.stream().limit(most).map(Listed::schedule).toList();
        boolean more = !rows.isEmpty() && rows.getFirst().found() > items.size();
        return SchedulePage.of(items, more);
    }

    private static Schedule schedule(Readable row) {
        String at = text(row, "at");
        Long version = row.get("version", Long.class);
        OffsetDateTime endedAt = row.get("ended_at", OffsetDateTime.class);
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
                row.get("problem", String.class),
                endedAt == null ? null : endedAt.toInstant(),
                row.get("cancelled_by", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
