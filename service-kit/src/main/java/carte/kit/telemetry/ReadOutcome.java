package carte.kit.telemetry;

import carte.kit.problem.ProblemException;
import java.util.Locale;

/** What a reader of a menu was given. */
public enum ReadOutcome {
    /** A menu within the bound. */
    FRESH,
    /** An older one, labelled so. */
    STALE,
    /** A problem of the reader's own. */
    REFUSED,
    /** A problem of ours. */
    FAILED;

    private static final int FIRST_OF_OURS = 500;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Returns what an error stands for. */
    public static ReadOutcome of(Throwable error) {
        return error instanceof ProblemException problem
                ? of(problem.problem().kind().status().value())
                : FAILED;
    }

    /** Returns what an HTTP status of a problem stands for. */
    public static ReadOutcome of(int status) {
        return status < FIRST_OF_OURS ? REFUSED : FAILED;
    }

    /** Returns how it is called in metrics. */
    public String text() {
        return text;
    }
}
