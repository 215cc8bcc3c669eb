package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.shard.Shards;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link PrimaryMenus} in PostgreSQL, one statement each. */
@Component
final class PostgresMenus implements PrimaryMenus {

    // The time of the transaction, which is this statement's own: its first message sets it, and
    // the snapshot is taken after that. A statement's timestamp is set anew after the snapshot.
    private static final String READ = """
            select m.version, m.document, s.read_at
            from (select now() as read_at) s
            left join menu m on m.restaurant_id = :id""";

    private final Shards shards;
    private final DatabaseClient database;
    private final Map<String, Counter> loads = new HashMap<>();

    PostgresMenus(Shards shards, DatabaseClient database, MeterRegistry meters) {
        this.shards = shards;
        this.database = database;
        for (String shard : shards.names()) {
            loads.put(shard, Counter.builder("carte.reads.loads")
                    .description("Menus that were read from a database")
                    .tag("shard", shard)
                    .register(meters));
        }
    }

    @Override
    public Mono<CacheEntry> read(RestaurantId id, String shard) {
        Objects.requireNonNull(loads.get(shard)).increment();
        return shards.in(shard, database.sql(READ)
                .bind("id", id.value())
                .map(PostgresMenus::entry)
                .one());
    }

    private static CacheEntry entry(Readable row) {
        Instant readAt = Objects.requireNonNull(row.get("read_at", OffsetDateTime.class))
                .toInstant();
        Long version = row.get("version", Long.class);
        byte[] document = row.get("document", byte[].class);
        return version == null || document == null
                ? new CacheEntry.Absent(readAt)
                : new CacheEntry.Value(
                        new MenuVersion(version), readAt, MenuJson.ofUtf8(document).compress());
    }
}
