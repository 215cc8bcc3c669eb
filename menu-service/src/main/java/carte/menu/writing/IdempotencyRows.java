package carte.menu.writing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.http.IdempotencyKey;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * The table {@code idempotency_key}: which request of the last 24 hours made which version, or
 * which other thing. Rows are written in the transaction of what was made, so a key is known
 * exactly if it was made.
 */
public final class IdempotencyRows {

    private static final String FIND = """
            select request, version, subject from idempotency_key
            where restaurant_id = :id and key = :key
              and created_at > clock_timestamp() - interval '24 hours'""";

    private static final String SAVE = """
            insert into idempotency_key (restaurant_id, key, request, version, subject, created_at)
            values (:id, :key, :request, :version, :subject, clock_timestamp())
            on conflict (restaurant_id, key) do update
            set request = excluded.request, version = excluded.version,
                subject = excluded.subject, created_at = excluded.created_at""";

    private static final String FORGET = """
            delete from idempotency_key
            where created_at < clock_timestamp() - interval '24 hours'""";

    private final DatabaseClient database;

    /** Takes the client whose transactions the rows join. */
    public IdempotencyRows(DatabaseClient database) {
        this.database = database;
    }

    // Never compared, only taken apart again.
    @SuppressWarnings("ArrayRecordComponent")
    private record Answered(byte[] request, long version, @Nullable String subject) {}

    /**
     * Returns the version that this request made before; empty if the key is new, an error if it
     * stands for another request.
     */
    Mono<MenuVersion> find(RestaurantId id, IdempotencyKey key) {
        return answered(id, key).map(answered -> new MenuVersion(answered.version()));
    }

    /**
     * Returns the id of what this request made before; empty if the key is new, an error if it
     * stands for another request.
     */
    public Mono<String> findSubject(RestaurantId id, IdempotencyKey key) {
        return answered(id, key).mapNotNull(Answered::subject);
    }

    private Mono<Answered> answered(RestaurantId id, IdempotencyKey key) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("key", key.key())
                .map(row -> new Answered(
                        Objects.requireNonNull(row.get("request", byte[].class)),
                        Objects.requireNonNull(row.get("version", Long.class)),
                        row.get("subject", String.class)))
                .one()
                .flatMap(answered -> Arrays.equals(answered.request(), key.request())
                        ? Mono.just(answered)
                        : Mono.error(key.reused()));
    }

    Mono<Void> save(RestaurantId id, IdempotencyKey key, MenuVersion version) {
        return save(id, key, version, null);
    }

    /**
     * Keeps a key.
     *
     * @param version of the menu that was made, or that was there
     * @param subject the id of what was made where it was not a version
     */
    public Mono<Void> save(RestaurantId id, IdempotencyKey key, MenuVersion version,
            @Nullable String subject) {
        GenericExecuteSpec save = database.sql(SAVE)
                .bind("id", id.value())
                .bind("key", key.key())
                .bind("request", key.request())
                .bind("version", version.number());
        save = subject == null
                ? save.bindNull("subject", String.class)
                : save.bind("subject", subject);
        return save.then();
    }

    /** Removes keys that have expired and returns how many. */
    Mono<Long> forgetExpired() {
        return database.sql(FORGET).fetch().rowsUpdated();
    }
}
