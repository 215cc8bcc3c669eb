package carte.order.database;

import carte.kit.problem.ProblemException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import reactor.core.publisher.Mono;

/** Tells a database that cannot be reached from one that was asked the wrong thing. */
public final class DatabaseOutage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DatabaseOutage() {}

    /** Ends {@code work} with 503 where the database is away; other errors stay as they are. */
    public static <T> Mono<T> orUnavailable(Mono<T> work) {
        return work.onErrorMap(DatabaseOutage::isOutage, DatabaseOutage::unavailable);
    }

    static boolean isOutage(Throwable error) {
        return error instanceof DataAccessResourceFailureException
                || error instanceof TransientDataAccessException
                || error instanceof CannotCreateTransactionException
                || error instanceof TransactionSystemException
                || error instanceof R2dbcNonTransientResourceException
                || error instanceof R2dbcTransientException
                || error instanceof R2dbcTimeoutException;
    }

    private static ProblemException unavailable(Throwable cause) {
        return ProblemException.unavailable(
                "orders cannot be read or written at the moment; with the same Idempotency-Key"
                        + " it is safe to send an order again",
                RETRY_AFTER, cause);
    }
}
