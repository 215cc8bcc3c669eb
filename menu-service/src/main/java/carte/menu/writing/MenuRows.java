package carte.menu.writing;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.TraceParent;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The tables {@code menu} and {@code menu_version}, within the transaction around each call. */
final class MenuRows {

    // The clock is read only after the lock was waited for.
    private static final String LOCK = """
            with locked as (
                select version, published_at, document from menu
                where restaurant_id = :id for update)
            select version, published_at, document, clock_timestamp() as now from locked""";

    private static final String NEWEST = """
            select version, published_at, document from menu where restaurant_id = :id""";

    private static final String VERSION = """
            select version, published_at, document from menu_version
            where restaurant_id = :id and version = :version""";

    private static final String HISTORY = """
            insert into menu_version
                (restaurant_id, version, published_at, author, change, document, trace_id)
            values (:id, :version, :published_at, :author, :change, :document, :trace_id)""";

    private static final String INSERT = """
            with first as (
                insert into menu (restaurant_id, version, published_at, document, restores_at)
                values (:id, :version, :published_at, :document, :restores_at))
            """ + HISTORY;

    private static final String REPLACE = """
            with next as (
                update menu set version = :version, published_at = :published_at,
                    document = :document, restores_at = :restores_at
                where restaurant_id = :id)
            """ + HISTORY;

    private static final String RESTORES_AT = """
            update menu set restores_at = :restores_at
            where restaurant_id = :id and restores_at is distinct from :restores_at""";

    private final DatabaseClient database;

    MenuRows(DatabaseClient database) {
        this.database = database;
    }

    /** Waits for the menu's row and holds it; empty if there is none. */
    Mono<LockedMenu> lock(RestaurantId id) {
        return database.sql(LOCK)
                .bind("id", id.value())
                .map(row -> new LockedMenu(menu(id, row), instant(row, "now")))
                .one();
    }

    /** Returns the newest version, which may be followed by another at once; empty if none. */
    Mono<PublishedMenu> newest(RestaurantId id) {
        return database.sql(NEWEST)
                .bind("id", id.value())
                .map(row -> menu(id, row))
                .one();
    }

    /** Returns a version from the history; empty if there is none. */
    Mono<PublishedMenu> version(RestaurantId id, MenuVersion version) {
        return database.sql(VERSION)
                .bind("id", id.value())
                .bind("version", version.number())
                .map(row -> menu(id, row))
                .one();
    }

    Mono<Void> insert(PublishedMenu menu, ChangeKind kind, String author) {
        return write(INSERT, menu, kind, author, null);
    }

    /** Writes the next version, some items of which may return to sale at {@code restoresAt}. */
    Mono<Void> replace(PublishedMenu menu, ChangeKind kind, String author,
            @Nullable Instant restoresAt) {
        return write(REPLACE, menu, kind, author, restoresAt);
    }

    /** Says when the menu as it is has items to return to sale, should that be noted wrongly. */
    Mono<Void> noteRestores(RestaurantId id, @Nullable Instant at) {
        return database.sql(RESTORES_AT)
                .bind("id", id.value())
                .bind("restores_at", time(at))
                .then();
    }

    private Mono<Void> write(String sql, PublishedMenu menu, ChangeKind kind, String author,
            @Nullable Instant restoresAt) {
        // The trace is that of the request, which is known when it comes to this write.
        return Mono.defer(() -> database.sql(sql)
                .bind("id", menu.restaurantId().value())
                .bind("version", menu.version().number())
                .bind("published_at", menu.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("document", menu.json().utf8())
                .bind("author", author)
                .bind("change", kind.name())
                .bind("trace_id", Parameters.in(R2dbcType.VARCHAR, TraceParent.currentTraceId()))
                .bind("restores_at", time(restoresAt))
                .then());
    }

    private static Parameter time(@Nullable Instant at) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    private static PublishedMenu menu(RestaurantId id, Readable row) {
        return new PublishedMenu(
                id,
                new MenuVersion(Objects.requireNonNull(row.get("version", Long.class))),
                instant(row, "published_at"),
                MenuJson.ofUtf8(Objects.requireNonNull(row.get("document", byte[].class))));
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
