package carte.order.live;

import carte.contracts.event.OrderChanged;
import carte.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Those who watch orders at this instance; all are fed by the one follower of the log. */
final class OrderListeners implements SmartLifecycle {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** More than an order has changes; whoever is as far behind as that comes back. */
    private static final int WAITING_STEPS = 32;

    private final ConcurrentMap<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final int most;
    private final Scheduler teller;
    private volatile boolean running;
    private volatile boolean stopped;

    /** Takes the one thread that tells them all, so that the log's need not. */
    OrderListeners(int most, Scheduler teller) {
        this.most = most;
        this.teller = teller;
    }

    /** Somebody who watches an order. What happens from now on is kept until it is asked for. */
    final class Listener implements AutoCloseable {

        private final UUID order;
        private final Sinks.Many<Step> sink = Sinks.many().unicast()
                .onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING_STEPS));

        private Listener(UUID order) {
            this.order = order;
        }

        /** Returns what happens since the listener came, until the service stops. */
        Flux<Step> steps() {
            return sink.asFlux();
        }

        private void tell(Step step) {
            if (sink.tryEmitNext(step).isFailure()) {
                end();
            }
        }

        private void end() {
            var _ = sink.tryEmitComplete();
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Returns a new listener, which whoever asked for it closes.
     *
     * @throws ProblemException if there are too many
     */
    Listener enter(UUID order) {
        if (size.incrementAndGet() > most) {
            size.decrementAndGet();
            throw ProblemException.unavailable(
                    "too many orders are watched here at the moment", RETRY_AFTER, null);
        }
        Listener listener = new Listener(order);
        listeners.merge(order, Set.of(listener), (before, more) -> Stream
                .concat(before.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
        if (stopped) {
            var _ = teller.schedule(listener::end);
        }
        return listener;
    }

    private void leave(Listener listener) {
        size.decrementAndGet();
        listeners.computeIfPresent(listener.order, (_, before) -> {
            Set<Listener> rest = before.stream()
                    .filter(each -> each != listener).collect(Collectors.toUnmodifiableSet());
            return rest.isEmpty() ? null : rest;
        });
    }

    /** An order has changed. */
    void changed(OrderChanged change) {
        if (listeners.containsKey(change.orderId())) {
            Step step = Step.of(change);
            var _ = teller.schedule(() -> listeners.getOrDefault(change.orderId(), Set.of())
                    .forEach(each -> each.tell(step)));
        }
    }

    /** Something was missed: all come back and read what their orders are. */
    void missed() {
        var _ = teller.schedule(
                () -> listeners.values().forEach(each -> each.forEach(Listener::end)));
    }

    /** Returns how many watch. */
    int size() {
        return size.get();
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
    }

    /** Ends all streams, which would hold up the shutdown: those who watch connect elsewhere. */
    @Override
    public void stop() {
        running = false;
        // Before the look at the listeners: whoever enters after that look finds it set.
        stopped = true;
        missed();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind the service's leave, before the server begins to wait for the end of requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
