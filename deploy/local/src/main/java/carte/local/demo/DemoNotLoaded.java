package carte.local.demo;

import org.jspecify.annotations.Nullable;

/** The restaurants to start with could not be loaded; the message says why, for people. */
public final class DemoNotLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoNotLoaded(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
