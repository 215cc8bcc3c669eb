package carte.menu.history;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads the table {@code menu_version}, whose rows never change, without the documents. */
final class HistoryRows {

    private static final String LIST = """
            select version, published_at, author, change, trace_id from menu_version
            where restaurant_id = :id and version < :before
            order by version desc limit :most""";

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

    private static MenuVersion version(Readable row) {
        return new MenuVersion(Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static Instant publishedAt(Readable row) {
        return Objects.requireNonNull(row.get("published_at", OffsetDateTime.class)).toInstant();
    }
}
