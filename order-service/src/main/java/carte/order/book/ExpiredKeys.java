package carte.order.book;

import carte.kit.expiry.ExpiringRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Idempotency keys whose time is over; their orders stay. */
@Component
class ExpiredKeys implements ExpiringRows {

    private static final String FORGET = """
            delete from idempotency_key
            where created_at <= clock_timestamp() - :kept * interval '1 second'""";

    private final DatabaseClient database;
    private final KeySettings settings;

    ExpiredKeys(DatabaseClient database, KeySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String plural() {
        return "idempotency keys";
    }

    @Override
    public Mono<Long> removeExpired() {
        return database.sql(FORGET)
                .bind("kept", settings.keysKept().toSeconds())
                .fetch().rowsUpdated();
    }
}
