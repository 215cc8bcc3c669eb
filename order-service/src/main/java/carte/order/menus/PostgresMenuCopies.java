package carte.order.menus;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link MenuCopies} in the table {@code menu_copy}. */
@Component
final class PostgresMenuCopies implements MenuCopies {

    private static final String FIND = """
            select version, document_version from menu_copy
            where restaurant_id = :restaurant""";

    private static final String DOCUMENT = """
            select document_version, document from menu_copy
            where restaurant_id = :restaurant and document is not null""";

    private static final String APPLY_DOCUMENT = """
            insert into menu_copy (restaurant_id, version, document_version, document)
            values (:restaurant, :version, :version, :document)
            on conflict (restaurant_id) do update set
                version = greatest(menu_copy.version, excluded.version),
                document_version = excluded.document_version,
                document = excluded.document
            where menu_copy.document_version < excluded.document_version""";

    private static final String APPLY_VERSION = """
            insert into menu_copy (restaurant_id, version, document_version)
            values (:restaurant, :version, 0)
            on conflict (restaurant_id) do update set version = excluded.version
            where menu_copy.version < excluded.version""";

    private final DatabaseClient database;

    PostgresMenuCopies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<MenuCopy> find(RestaurantId id) {
        return database.sql(FIND)
                .bind("restaurant", id.value())
                .map(PostgresMenuCopies::copy)
                .one();
    }

    @Override
    public Mono<StoredMenu> document(RestaurantId id) {
        return database.sql(DOCUMENT)
                .bind("restaurant", id.value())
                .map(PostgresMenuCopies::storedMenu)
                .one();
    }

    @Override
    public Mono<Boolean> apply(
            RestaurantId id, MenuVersion version, @Nullable MenuJson document) {
        DatabaseClient.GenericExecuteSpec change = document == null
                ? database.sql(APPLY_VERSION)
                : database.sql(APPLY_DOCUMENT).bind("document", document.compress().gzip());
        return change
                .bind("restaurant", id.value())
                .bind("version", version.number())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static MenuCopy copy(Readable row) {
        return new MenuCopy(version(row, "version"), version(row, "document_version"));
    }

    private static StoredMenu storedMenu(Readable row) {
        return new StoredMenu(version(row, "document_version"), CompressedMenu.ofGzip(
                Objects.requireNonNull(row.get("document", byte[].class))));
    }

    private static MenuVersion version(Readable row, String column) {
        return new MenuVersion(Objects.requireNonNull(row.get(column, Long.class)));
    }
}
