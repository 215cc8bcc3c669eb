package carte.gateway.proxy;

import carte.gateway.balance.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A read that is asked of a second instance if the first one has not begun its answer in time. The
 * first answer to begin is taken and the other one is cancelled; a failure counts only if nobody
 * is left who could still answer, and so does an answer that is no better than one.
 */
final class Race<T> {

    private final Predicate<T> poor;
    private final Consumer<T> drop;
    private final AtomicInteger open = new AtomicInteger(1);
    private volatile boolean secondBegan;

    /**
     * Makes one.
     *
     * @param poor tells an answer that is no better than a failure
     * @param drop is given what is not used
     */
    Race(Predicate<T> poor, Consumer<T> drop) {
        this.poor = poor;
        this.drop = drop;
    }

    /**
     * Runs it.
     *
     * @param first what is asked at once, told what to say of its instance if it is cancelled
     * @param due when the second is asked; nothing if it is not to be
     * @param second what is asked then, or null if that cannot be had
     */
    Flux<T> run(
            Function<Supplier<Outcome>, Flux<T>> first,
            Publisher<?> due,
            Supplier<@Nullable Flux<T>> second) {
        return Flux.firstWithSignal(
                first.apply(() -> secondBegan ? Outcome.SLOW : Outcome.UNKNOWN)
                        .concatMap(this::weigh, 1)
                        .onErrorResume(this::failed),
                Flux.from(due).take(1).flatMap(_ -> join(second))
                        .onErrorResume(this::failed)
                        .switchIfEmpty(Flux.never()));
    }

    private Flux<T> join(Supplier<@Nullable Flux<T>> second) {
        Flux<T> attempt = second.get();
        // Where the first one has failed by now, the call has ended.
        return attempt == null || !open.compareAndSet(1, 2)
                ? Flux.never()
                : attempt.concatMap(this::weigh, 1).doOnNext(_ -> secondBegan = true);
    }

    private Flux<T> weigh(T answer) {
        if (!poor.test(answer) || nobodyIsLeft()) {
            return Flux.just(answer);
        }
        drop.accept(answer);
        return Flux.never();
    }

    private Flux<T> failed(Throwable error) {
        return nobodyIsLeft() ? Flux.error(error) : Flux.never();
    }

    private boolean nobodyIsLeft() {
        return open.decrementAndGet() == 0;
    }
}
