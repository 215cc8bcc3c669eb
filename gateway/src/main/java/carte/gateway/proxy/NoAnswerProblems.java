package carte.gateway.proxy;

import carte.gateway.route.Service;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when a service gave no answer; the log is told more. */
final class NoAnswerProblems {

    private static final Logger LOG = LoggerFactory.getLogger(NoAnswerProblems.class);
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private NoAnswerProblems() {}

    static ProblemException of(Service service, String call, NoAnswer failed) {
        ProblemException problem = switch (failed.failure()) {
            case NOT_REACHED -> unavailable(service, "cannot be reached", failed);
            case BUSY -> unavailable(service, "has too much to do", failed);
            case CLOSED -> badGateway(service, "broke the connection off");
            case GARBLED -> badGateway(service, "gave an answer that cannot be read");
            case TOO_SLOW -> ProblemException.of(ProblemType.UPSTREAM_TIMEOUT,
                    service.title() + " did not answer in time");
        };
        LOG.warn("{} {}: {} ({}: {})", call, problem.problem().status(),
                problem.problem().detail(), failed.instance(), failed.reason());
        return problem;
    }

    /** Returns what is told of a call that would have had to wait for too long. */
    static ProblemException overloaded(Service service) {
        return ProblemException.overloaded(
                service.title() + " has as much to do as it can; this was not sent", RETRY_AFTER);
    }

    /** Returns what is told while nobody may ask a service that has failed as a whole. */
    static ProblemException refused(Service service) {
        return ProblemException.unavailable(
                service.title() + " has been failing and is not asked for a moment", RETRY_AFTER,
                null);
    }

    private static ProblemException unavailable(Service service, String what, NoAnswer failed) {
        return ProblemException.unavailable(service.title() + " " + what, RETRY_AFTER, failed);
    }

    private static ProblemException badGateway(Service service, String what) {
        return ProblemException.of(ProblemType.BAD_GATEWAY, service.title() + " " + what);
    }
}
