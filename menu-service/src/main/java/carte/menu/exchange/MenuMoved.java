package carte.menu.exchange;

import carte.contracts.menu.MenuVersion;
import carte.kit.problem.ProblemException;
import java.time.Duration;
import reactor.util.retry.Retry;

/** Says that a file was read beside a version of the menu that is no longer the newest. */
final class MenuMoved extends RuntimeException {

    private static final int MOST_RETRIES = 5;

    /** Reads the file again beside the menu as it is by then, a few times. */
    static final Retry RETRY = Retry.max(MOST_RETRIES)
            .filter(MenuMoved.class::isInstance)
            .onRetryExhaustedThrow((_, last) -> ProblemException.unavailable(
                    "the menu changes faster than the file can be read beside it",
                    Duration.ofSeconds(1), last.failure()));

    private MenuMoved() {
        // It never leaves the service: no stack trace.
        super("the menu has moved on", null, false, false);
    }

    static void check(MenuVersion read, MenuVersion found) {
        if (!found.equals(read)) {
            throw new MenuMoved();
        }
    }
}
