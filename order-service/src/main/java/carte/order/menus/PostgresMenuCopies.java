package carte.order.menus;

import carte.contracts.event.MenuTopic;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link MenuCopies} in the table {@code menu_copy}. */
@Component
final class PostgresMenuCopies implements MenuCopies {

    private static final String FIND = """
            select c.version, c.document_version, c.shard, c.as_of, c.gap, w.time as watermark
            from menu_copy c
            left join menu_watermark w on w.partition = :partition and w.shard = c.shard
            where c.restaurant_id = :restaurant""";

    private static final String DOCUMENT = """
            select document_version, document from menu_copy
            where restaurant_id = :restaurant and document is not null""";

    private static final String APPLY_DOCUMENT = """
            insert into menu_copy (restaurant_id, version, document_version, shard, document)
            values (:restaurant, :version, :version, :shard, :document)
            on conflict (restaurant_id) do update set
                version = greatest(menu_copy.version, excluded.version),
                document_version = excluded.document_version,
                shard = excluded.shard,
                document = excluded.document
            where menu_copy.document_version < excluded.document_version""";

    private static final String APPLY_VERSION = """
            insert into menu_copy (restaurant_id, version, document_version, shard)
            values (:restaurant, :version, 0, :shard)
            on conflict (restaurant_id) do update set
                version = excluded.version,
                shard = excluded.shard
            where menu_copy.version < excluded.version""";

    // The last answer counts, be it as of an earlier time: a clock may have been set back.
    private static final String VOUCH = """
            update menu_copy set shard = :shard, as_of = :asOf
            where restaurant_id = :restaurant""";

    private static final String MISSED = """
            update menu_copy set gap = greatest(gap, :foundAt)
            where restaurant_id = :restaurant""";

    private final DatabaseClient database;

    PostgresMenuCopies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<MenuCopy> find(RestaurantId id) {
        return database.sql(FIND)
                .bind("restaurant", id.value())
                .bind("partition", MenuTopic.partitionOf(id))
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
            RestaurantId id, MenuVersion version, String shard, @Nullable MenuJson document) {
        DatabaseClient.GenericExecuteSpec change = document == null
                ? database.sql(APPLY_VERSION)
                : database.sql(APPLY_DOCUMENT).bind("document", document.compress().gzip());
        return change
                .bind("restaurant", id.value())
                .bind("version", version.number())
                .bind("shard", shard)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> vouch(RestaurantId id, String shard, Instant asOf) {
        return database.sql(VOUCH)
                .bind("restaurant", id.value())
                .bind("shard", shard)
                .bind("asOf", asOf)
                .then();
    }

    @Override
    public Mono<Void> missed(RestaurantId id, Instant foundAt) {
        return database.sql(MISSED)
                .bind("restaurant", id.value())
                .bind("foundAt", foundAt)
                .then();
    }

    private static MenuCopy copy(Readable row) {
        return new MenuCopy(
                version(row, "version"), version(row, "document_version"), vouched(row));
    }

    private static @Nullable Vouched vouched(Readable row) {
        String shard = row.get("shard", String.class);
        return shard == null
                ? null
                : Vouched.of(shard, row.get("as_of", Instant.class),
                        row.get("watermark", Instant.class), row.get("gap", Instant.class));
    }

    private static StoredMenu storedMenu(Readable row) {
        return new StoredMenu(version(row, "document_version"), CompressedMenu.ofGzip(
                Objects.requireNonNull(row.get("document", byte[].class))));
    }

    private static MenuVersion version(Readable row, String column) {
        return new MenuVersion(Objects.requireNonNull(row.get(column, Long.class)));
    }
}
