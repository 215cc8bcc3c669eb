package carte.kit.openapi;

import static carte.kit.problem.ProblemType.BAD_GATEWAY;
import static carte.kit.problem.ProblemType.FORBIDDEN;
import static carte.kit.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static carte.kit.problem.ProblemType.INVALID_CONTENT;
import static carte.kit.problem.ProblemType.MALFORMED_REQUEST;
import static carte.kit.problem.ProblemType.NOT_ACCEPTABLE;
import static carte.kit.problem.ProblemType.NOT_FOUND;
import static carte.kit.problem.ProblemType.OVERLOADED;
import static carte.kit.problem.ProblemType.PRECONDITION_REQUIRED;
import static carte.kit.problem.ProblemType.TOO_LARGE;
import static carte.kit.problem.ProblemType.TOO_MANY_REQUESTS;
import static carte.kit.problem.ProblemType.UNAUTHORIZED;
import static carte.kit.problem.ProblemType.UNAVAILABLE;
import static carte.kit.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static carte.kit.problem.ProblemType.UPSTREAM_TIMEOUT;
import static carte.kit.problem.ProblemType.VERSION_CONFLICT;
import static carte.kit.problem.ProblemType.VERSION_NOT_VISIBLE;

import carte.kit.problem.ProblemType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The problems that follow from the form of a call, so that no handler has to list them. */
final class CommonProblems {

    private CommonProblems() {}

    static Set<ProblemType> of(
            String path, Audience audience, boolean takesBody, Set<SharedParameter> parameters) {
        Set<ProblemType> problems = EnumSet.of(
                MALFORMED_REQUEST, NOT_ACCEPTABLE, TOO_MANY_REQUESTS, UNAVAILABLE, OVERLOADED,
                BAD_GATEWAY, UPSTREAM_TIMEOUT);
        if (path.contains("{")) {
            problems.add(NOT_FOUND);
        }
        if (takesBody) {
            problems.addAll(List.of(TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_CONTENT));
        }
        switch (audience.access()) {
            case NONE -> {
                // Nothing to show, nothing to refuse.
            }
            case ORDER_TOKEN -> problems.add(UNAUTHORIZED);
            case LOGIN -> problems.addAll(List.of(UNAUTHORIZED, FORBIDDEN));
        }
        parameters.forEach(parameter -> problems.addAll(of(parameter)));
        return problems;
    }

    private static List<ProblemType> of(SharedParameter parameter) {
        return switch (parameter) {
            case IF_MATCH -> List.of(VERSION_CONFLICT, PRECONDITION_REQUIRED);
            case IF_MATCH_OPTIONAL -> List.of(VERSION_CONFLICT);
            case IDEMPOTENCY_KEY -> List.of(IDEMPOTENCY_KEY_REUSED);
            case MIN_VERSION -> List.of(VERSION_NOT_VISIBLE);
            case IF_NONE_MATCH, LAST_EVENT_ID, ACCEPT_LANGUAGE -> List.of();
        };
    }
}
