package carte.gateway.site.console;

import carte.gateway.site.ApiAnswer;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;

/** Ends a request as the public API has refused it. */
public final class Refusals {

    private Refusals() {}

    /** Returns the problem of an answer, to be thrown. */
    public static ProblemException problem(ApiAnswer answer) {
        ProblemType type = answer.problem().orElse(answer.status() >= 500
                ? ProblemType.UNAVAILABLE
                : ProblemType.MALFORMED_REQUEST);
        return ProblemException.of(type, answer.detail().isEmpty()
                ? type.title()
                : answer.detail());
    }
}
