package carte.local.suite;

import org.jspecify.annotations.Nullable;

/** The suite could not be started or went wrong; the message says why, for people. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one whose cause the person does not need. */
    public StartRefused(String message) {
        this(message, null);
    }

    /** Makes one with its cause. */
    public StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
