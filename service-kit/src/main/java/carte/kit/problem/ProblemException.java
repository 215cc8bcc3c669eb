package carte.kit.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            Problem problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        // Problems are answers, not bugs: no stack trace.
        super(problem.detail(), cause, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** Returns the exception that answers with {@code problem}. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, null, null);
    }

    /** Returns the exception that answers with a problem of this type. */
    public static ProblemException of(ProblemType type, String detail) {
        return of(Problem.of(type, detail));
    }

    /** Returns the exception for a body that can be read and is wrong. */
    public static ProblemException invalid(List<Fault> faults) {
        return invalid(faults, faults.size());
    }

    /** Returns the same where only the first of {@code count} faults are told. */
    public static ProblemException invalid(List<Fault> told, int count) {
        return of(Problem.invalid(told, count));
    }

    /** Returns the exception for what cannot be served now and may be tried again later. */
    public static ProblemException unavailable(
            String detail, Duration retryAfter, @Nullable Throwable cause) {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, detail), retryAfter, cause);
    }

    /** Returns the exception for what was not begun, because too much is being done already. */
    public static ProblemException overloaded(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of(ProblemType.OVERLOADED, detail), retryAfter, null);
    }

    /** Returns the exception for somebody who asks more often than anybody may. */
    public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of(ProblemType.TOO_MANY_REQUESTS, detail), retryAfter, null);
    }

    /** Returns the exception for a version that has not arrived here yet. */
    public static ProblemException versionNotVisible(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of(ProblemType.VERSION_NOT_VISIBLE, detail), retryAfter, null);
    }

    /** Returns the document to answer with. */
    public Problem problem() {
        return problem;
    }

    /** Returns how long to wait before trying again, or null where that would not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
