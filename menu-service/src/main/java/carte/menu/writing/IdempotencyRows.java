package carte.menu.writing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.http.IdempotencyKey;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The table {@code idempotency_key}: which request of the last 24 hours made which version. Rows
 * are written in the transaction of the change, so a key is known exactly if its change was made.
 */
final class IdempotencyRows {

    private static final String FIND = """
            select request, version from idempotency_key
            where restaurant_id = :id and key = :key
              and created_at > clock_timestamp() - interval '24 hours'""";

    private static final String SAVE = """
            insert into idempotency_key (restaurant_id, key, request, version, created_at)
            values (:id, :key, :request, :version, clock_timestamp())
            on conflict (restaurant_id, key) do update
            set request = excluded.request, version = excluded.version,
                created_at = excluded.created_at""";

    private static final String FORGET = """
            delete from idempotency_key
            where created_at < clock_timestamp() - interval '24 hours'""";

    private final DatabaseClient database;

    IdempotencyRows(DatabaseClient database) {
        this.database = database;
    }

    // Never compared, only taken apart again.
    @SuppressWarnings("ArrayRecordComponent")
    private record Answered(byte[] request, long version) {}

    /**
     * Returns the version that this request made before; empty if the key is new, an error if it
     * stands for another request.
     */
    Mono<MenuVersion> find(RestaurantId id, IdempotencyKey key) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("key", key.key())
                .map(row -> new Answered(
                        Objects.requireNonNull(row.get("request", byte[].class)),
                        Objects.requireNonNull(row.get("version", Long.class))))
                .one()
                .flatMap(answered -> Arrays.equals(answered.request(), key.request())
                        ? Mono.just(new MenuVersion(answered.version()))
                        : Mono.error(key.reused()));
    }

    Mono<Void> save(RestaurantId id, IdempotencyKey key, MenuVersion version) {
        return database.sql(SAVE)
                .bind("id", id.value())
                .bind("key", key.key())
                .bind("request", key.request())
                .bind("version", version.number())
                .then();
    }

    /** Removes keys that have expired and returns how many. */
    Mono<Long> forgetExpired() {
        return database.sql(FORGET).fetch().rowsUpdated();
    }
}
