package carte.kit.postgres;

import carte.kit.problem.ProblemException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import reactor.core.publisher.Mono;

/** Tells errors of a database that is away or overloaded from errors of ours. */
public final class PostgresOutage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** Above the server's own limit for a statement, so that this one tells of a silent server. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(8);
    private static final int DEEPEST_CAUSE = 10;

    private PostgresOutage() {}

    /** Ends {@code work} with {@code unavailable} where the database is away or silent. */
    public static <T> Mono<T> guard(Mono<T> work) {
        return work.timeout(LONGEST_WORK).onErrorMap(PostgresOutage::translate);
    }

    /**
     * Returns what a request is answered with: {@code unavailable}, to be tried again, if the
     * database cannot be reached or did not answer in time; else the error as it is.
     */
    public static Throwable translate(Throwable error) {
        if (error instanceof ProblemException || !isOutage(error)) {
            return error;
        }
        return ProblemException.unavailable(
                "the database cannot be reached at the moment; nothing is half done, try again",
                RETRY_AFTER,
                error);
    }

    private static boolean isOutage(Throwable error) {
        @Nullable
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isOutageItself(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOutageItself(Throwable error) {
        return error instanceof DataAccessResourceFailureException
                || error instanceof TransientDataAccessException
                || error instanceof RecoverableDataAccessException
                || error instanceof R2dbcNonTransientResourceException
                || error instanceof R2dbcTransientException
                || error instanceof R2dbcTimeoutException
                || error instanceof TimeoutException
                || error instanceof IOException;
    }
}
