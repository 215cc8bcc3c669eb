package carte.kit.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start without a database with two sentences in place of a stack trace. */
final class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnreachable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseUnreachable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Start PostgreSQL there, create the database, or correct the url, username or"
                        + " password in the service's settings.",
                cause);
    }
}
