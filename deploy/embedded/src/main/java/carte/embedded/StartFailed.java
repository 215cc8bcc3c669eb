package carte.embedded;

import org.jspecify.annotations.Nullable;

/** A server did not come up; the message ends with the last lines of its log, if it has one. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
