package carte.menu.writing;

import carte.kit.expiry.ExpiringRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Idempotency keys are kept for a day. */
@Component
class ExpiredKeys implements ExpiringRows {

    private final IdempotencyRows keys;

    ExpiredKeys(DatabaseClient database) {
        this.keys = new IdempotencyRows(database);
    }

    @Override
    public String plural() {
        return "idempotency keys";
    }

    @Override
    public Mono<Long> removeExpired() {
        return keys.forgetExpired();
    }
}
