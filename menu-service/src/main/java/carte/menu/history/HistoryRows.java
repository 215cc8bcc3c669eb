package carte.menu.history;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.writing.PublishedMenu;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads the table {@code menu_version}, whose rows never change; documents only where asked. */
final class HistoryRows {

    private static final String LIST = """
            select version, published_at, author, change, trace_id from menu_version
            where restaurant_id = :id and version < :before
            order by version desc limit :most""";

    private static final String VERSION = """
            select version, published_at, document from menu_version
            where restaurant_id = :id and version = :version""";

    private static final String NEWEST = """
            select version, published_at, document from menu where restaurant_id = :id""";

    private final DatabaseClient database;

    HistoryRows(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the first so many older than {@code before}, the newest first. */
    Mono<List<HistoryPage.Entry>> list(RestaurantId id, long before, int most) {
        return database.sql(LIST)
                .bind("id", id.value())
                .bind("before", before)
                .bind("most", most)
                .map(row -> new HistoryPage.Entry(
                        version(row),
                        publishedAt(row),
                        Objects.requireNonNull(row.get("author", String.class)),
                        Objects.requireNonNull(row.get("change", String.class)),
                        row.get("trace_id", String.class)))
                .all()
                .collectList();
    }

    /** Returns a version; empty if there is none. */
    Mono<PublishedMenu> version(RestaurantId id, MenuVersion version) {
        return database.sql(VERSION)
                .bind("id", id.value())
                .bind("version", version.number())
                .map(row -> menu(id, row))
                .one();
    }

    /** Returns the newest version; empty if there is no such restaurant. */
    Mono<PublishedMenu> newest(RestaurantId id) {
        return database.sql(NEWEST).bind("id", id.value()).map(row -> menu(id, row)).one();
    }

    private static PublishedMenu menu(RestaurantId id, Readable row) {
        return new PublishedMenu(id, version(row), publishedAt(row),
                MenuJson.ofUtf8(Objects.requireNonNull(row.get("document", byte[].class))));
    }

    private static MenuVersion version(Readable row) {
        return new MenuVersion(Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static Instant publishedAt(Readable row) {
        return Objects.requireNonNull(row.get("published_at", OffsetDateTime.class)).toInstant();
    }
}
