package carte.gateway.proxy;

import java.net.URI;

/** Nothing of an answer has reached the client, so it can still be told why. */
final class NoAnswer extends RuntimeException {

    private final UpstreamFailure failure;
    private final URI instance;

    private NoAnswer(UpstreamFailure failure, URI instance, Throwable cause) {
        super(cause.getMessage(), cause, false, false);
        this.failure = failure;
        this.instance = instance;
    }

    /** Returns this error as one of an instance, or itself if the fault is the gateway's own. */
    static Throwable of(Throwable error, URI instance) {
        return UpstreamFailure.of(error)
                .<Throwable>map(failure -> new NoAnswer(failure, instance, error))
                .orElse(error);
    }

    UpstreamFailure failure() {
        return failure;
    }

    /** Returns what the library says of it, for the log. */
    String reason() {
        return String.valueOf(getMessage());
    }

    URI instance() {
        return instance;
    }
}
