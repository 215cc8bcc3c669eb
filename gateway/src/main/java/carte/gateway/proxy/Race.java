package carte.gateway.proxy;

import carte.gateway.balance.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A read that is asked of a second instance if the first one has not begun its answer in time. The
 * first answer to begin is taken and the other one is cancelled; a failure counts only if nobody
 * is left who could still answer.
 */
final class Race {

    private final AtomicInteger open = new AtomicInteger(1);
    private volatile boolean secondBegan;

    /**
     * Runs it.
     *
     * @param first what is asked at once, told what to say of its instance if it is cancelled
     * @param due when the second is asked; nothing if it is not to be
     * @param second what is asked then, or null if that cannot be had
     */
    Flux<Begun> run(
            Function<Supplier<Outcome>, Flux<Begun>> first,
            Publisher<?> due,
            Supplier<@Nullable Flux<Begun>> second) {
        return Flux.firstWithSignal(
                first.apply(() -> secondBegan ? Outcome.SLOW : Outcome.UNKNOWN)
                        .onErrorResume(this::failed),
                Flux.from(due).take(1).flatMap(_ -> join(second))
                        .onErrorResume(this::failed)
                        .switchIfEmpty(Flux.never()));
    }

    private Flux<Begun> join(Supplier<@Nullable Flux<Begun>> second) {
        Flux<Begun> attempt = second.get();
        // Where the first one has failed by now, the call has ended.
        return attempt == null || !open.compareAndSet(1, 2)
                ? Flux.never()
                : attempt.doOnNext(_ -> secondBegan = true);
    }

    private Flux<Begun> failed(Throwable error) {
        return open.decrementAndGet() == 0 ? Flux.error(error) : Flux.never();
    }
}
