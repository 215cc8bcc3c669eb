package carte.kit.redis;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** A command to Redis whose answer nobody waits for longer than a moment. */
public final class Command {

    private Command() {}

    /**
     * Returns what Redis answers to {@code command}, or fails with {@link TimeoutException}.
     *
     * <p>The command is left alone then: cancelled, it would take the driver's attempt to connect
     * down with it, and one that is answered at that very moment throws out of its cancellation,
     * past everybody who waits for the timeout.
     */
    public static <T> Mono<T> within(Duration patience, Mono<T> command) {
        // What comes too late is nobody's any more, errors included, so it travels as a value
        // until somebody waits for it.
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> command.contextWrite(context).materialize().toFuture(), true))
                .timeout(patience)
                .dematerialize();
    }
}
