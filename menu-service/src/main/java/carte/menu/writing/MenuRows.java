package carte.menu.writing;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
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
                (restaurant_id, version, published_at, author, change, document)
            values (:id, :version, :published_at, :author, :change, :document)""";

    private static final String INSERT = """
            with first as (
                insert into menu (restaurant_id, version, published_at, document)
                values (:id, :version, :published_at, :document))
            """ + HISTORY;

    private static final String REPLACE = """
            with next as (
                update menu set version = :version, published_at = :published_at,
                    document = :document
                where restaurant_id = :id)
            """ + HISTORY;

    private final DatabaseClient database;

    MenuRows(DatabaseClient database) {
        this.database = database;
    }

    /** The newest version, which nobody else can change, and the database's time. */
    record Locked(PublishedMenu menu, Instant now) {}

    /** Waits for the menu's row and holds it; empty if there is none. */
    Mono<Locked> lock(RestaurantId id) {
        return database.sql(LOCK)
                .bind("id", id.value())
                .map(row -> new Locked(menu(id, row), instant(row, "now")))
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
        return write(INSERT, menu, kind, author);
    }

    Mono<Void> replace(PublishedMenu menu, ChangeKind kind, String author) {
        return write(REPLACE, menu, kind, author);
    }

    private Mono<Void> write(String sql, PublishedMenu menu, ChangeKind kind, String author) {
        return database.sql(sql)
                .bind("id", menu.restaurantId().value())
                .bind("version", menu.version().number())
                .bind("published_at", menu.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("document", menu.json().utf8())
                .bind("author", author)
                .bind("change", kind.name())
                .then();
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
