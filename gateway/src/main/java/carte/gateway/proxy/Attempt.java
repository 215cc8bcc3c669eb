package carte.gateway.proxy;

import carte.gateway.balance.Outcome;
import carte.gateway.balance.Turn;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * One try to have one instance begin its answer, which fails with {@link NoAnswer}. What becomes of
 * it is told to the instance's {@link Turn}.
 */
final class Attempt {

    private static final Mono<Begun> TIME_IS_UP = Mono
            .error(() -> new TimeoutException("time is up"));

    private final Outgoing call;
    private final Turn turn;

    Attempt(Outgoing call, Turn turn) {
        this.call = call;
        this.turn = turn;
    }

    /**
     * Sends the call.
     *
     * @param whenCancelled what it says of the instance if nobody waits any more
     */
    Flux<Begun> run(HttpClient client, Duration untilAnswer, Supplier<Outcome> whenCancelled) {
        return Flux.defer(() -> sent(client, System.nanoTime()))
                .timeout(Mono.delay(untilAnswer), _ -> Mono.never(), TIME_IS_UP)
                .doOnNext(begun -> turn.end(outcome(begun)))
                .onErrorMap(this::noAnswer)
                .doOnError(error -> turn.end(outcome(error)))
                .doFinally(_ -> turn.end(whenCancelled.get()));
    }

    private Flux<Begun> sent(HttpClient client, long at) {
        return call.to(client, turn.address())
                .response((head, content) -> new Begun(turn.address(), head, content,
                        System.nanoTime() - at).untilUsed());
    }

    private Outcome outcome(Begun begun) {
        return outcome(begun.isUnable(), call.asksToWait());
    }

    /** Returns what an answer says; that a version has not come may be the asker's own fault. */
    static Outcome outcome(boolean unable, boolean asksToWait) {
        if (!unable) {
            return Outcome.GOOD;
        }
        return asksToWait ? Outcome.UNKNOWN : Outcome.FAILED;
    }

    private static Outcome outcome(Throwable error) {
        return error instanceof NoAnswer failed && failed.failure() != UpstreamFailure.BUSY
                ? Outcome.FAILED
                : Outcome.UNKNOWN;
    }

    private Throwable noAnswer(Throwable error) {
        return NoAnswer.of(error, turn.address());
    }
}
