package carte.gateway.proxy;

import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The answers that have no end of their own: they end when the gateway does, which they would hold
 * up; their clients connect elsewhere.
 */
final class Streams implements SmartLifecycle {

    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    /** Returns {@code content}, ended with the gateway. */
    <T> Flux<T> ending(Flux<T> content) {
        return content.takeUntilOther(end.asMono());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var _ = end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Behind the gateway's leave, and before what is in hand is waited for.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
