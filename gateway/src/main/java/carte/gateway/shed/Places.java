package carte.gateway.shed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A number of calls that are under way at once. Others wait their turn, for a short time and in
 * order; whom that time would not suffice is refused with {@link Shed}. Where more come than are
 * done, those who have waited longest make room for others who can still be served in time. Only
 * where nothing at all has been done whoever waits is let in: a service that stands still for a
 * moment has to be waited for, and one that has too much to do goes on.
 */
public final class Places {

    private final ConcurrencyLimit limit;
    private final int mostWaiting;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final Runnable report;
    private final Deque<Caller> waiting = new ArrayDeque<>();
    private final Queue<Caller> decided = new ConcurrentLinkedQueue<>();
    private final AtomicInteger telling = new AtomicInteger();
    private int taken;
    private long movedAt;

    private Places(
            ConcurrencyLimit limit,
            int mostWaiting,
            Duration patience,
            LongSupplier nanoTime,
            Runnable report) {
        this.limit = limit;
        this.mostWaiting = mostWaiting;
        this.patience = new Patience(patience);
        this.nanoTime = nanoTime;
        this.report = report;
    }

    /**
     * Returns as many places as the service does well at once.
     *
     * @param most never more than these
     * @param mostWaiting how many may wait
     * @param patience for how long
     * @param report is told of each that is refused
     */
    public static Places learnt(
            int most,
            int mostWaiting,
            Duration patience,
            LongSupplier nanoTime,
            Runnable report) {
        return new Places(new ConcurrencyLimit(most), mostWaiting, patience, nanoTime, report);
    }

    /** Returns always the same number, for calls that wait for something else than the service. */
    public static Places fixed(
            int places,
            int mostWaiting,
            Duration patience,
            LongSupplier nanoTime,
            Runnable report) {
        return new Places(
                ConcurrencyLimit.fixed(places), mostWaiting, patience, nanoTime, report);
    }

    private enum State {
        WAITING, HERE, GONE
    }

    /** Whoever wants a place; guarded by the places. */
    private static final class Caller {

        private final Sinks.Empty<Void> turn = Sinks.empty();
        private final long came;
        private final long until;
        private State state = State.WAITING;
        private boolean refused;
        private long began;
        private int besides;

        Caller(long came, long patience) {
            this.came = came;
            this.until = came + patience;
        }
    }

    /** Returns {@code work} with a place of its own, which it holds until its first element. */
    public <T> Flux<T> within(Flux<T> work) {
        return Flux.defer(() -> {
            long now = nanoTime.getAsLong();
            Caller caller = enter(now);
            return turn(caller, now).thenMany(work)
                    .doOnNext(_ -> leave(caller, true))
                    .doFinally(_ -> leave(caller, false));
        });
    }

    private Mono<Void> turn(Caller caller, long now) {
        if (caller.state == State.HERE) {
            return Mono.empty();
        }
        tell();
        return caller.turn.asMono()
                .timeout(Duration.ofNanos(caller.until - now), inVain(caller))
                .doOnError(Shed.class, _ -> report.run());
    }

    private Mono<Void> inVain(Caller caller) {
        return Mono.defer(() -> letIn(caller) ? Mono.empty() : Mono.error(new Shed()));
    }

    private synchronized Caller enter(long now) {
        Caller caller = new Caller(now, patience.nanos(now));
        if (taken < given(now)) {
            seat(caller, now);
            return caller;
        }
        patience.waits(now);
        if (waiting.size() >= mostWaiting) {
            patience.exceeded(now);
        }
        if (patience.isStanding(now)) {
            refuseWhoWaitedLongerThan(patience.nanos(now), now);
        }
        if (waiting.size() >= mostWaiting) {
            refuse(caller);
        } else {
            waiting.addLast(caller);
        }
        return caller;
    }

    private void refuseWhoWaitedLongerThan(long nanos, long now) {
        while (!waiting.isEmpty() && now - waiting.getFirst().came > nanos) {
            refuse(waiting.removeFirst());
        }
    }

    private void refuse(Caller caller) {
        caller.state = State.GONE;
        caller.refused = true;
        decided.add(caller);
    }

    private synchronized boolean letIn(Caller caller) {
        long now = nanoTime.getAsLong();
        if (caller.state == State.WAITING && taken < given(now)) {
            waiting.remove(caller);
            seat(caller, now);
            if (waiting.isEmpty()) {
                patience.forget();
            }
        }
        return caller.state == State.HERE;
    }

    /** Tells whether whoever came now would be refused, after all that it takes to come here. */
    public synchronized boolean isOverrun() {
        return !waiting.isEmpty() && patience.isStanding(nanoTime.getAsLong());
    }

    /** Takes note of somebody who is refused without having come here. */
    public void refusedAhead() {
        report.run();
    }

    private void leave(Caller caller, boolean answered) {
        long now = nanoTime.getAsLong();
        synchronized (this) {
            State before = caller.state;
            caller.state = State.GONE;
            if (before == State.WAITING) {
                waiting.remove(caller);
            } else if (before == State.HERE) {
                if (answered) {
                    learn(caller, now);
                }
                taken--;
                seatThoseWaiting(now);
            }
            if (waiting.isEmpty() && taken < given(now)) {
                patience.empty(now);
            }
        }
        tell();
    }

    /** Tells one after the other: whoever fails at once makes room while the loop goes on. */
    private void tell() {
        if (telling.getAndIncrement() > 0) {
            return;
        }
        do {
            for (Caller next = decided.poll(); next != null; next = decided.poll()) {
                if (next.refused) {
                    next.turn.tryEmitError(new Shed());
                } else {
                    next.turn.tryEmitEmpty();
                }
            }
        } while (telling.decrementAndGet() > 0);
    }

    private void seatThoseWaiting(long now) {
        while (taken < given(now) && !waiting.isEmpty()) {
            Caller first = waiting.removeFirst();
            // Whose time is up is about to be refused by a timer that is late.
            if (first.until - now > 0) {
                seat(first, now);
                decided.add(first);
            }
        }
    }

    private void seat(Caller caller, long now) {
        if (taken == 0) {
            movedAt = now;
        }
        taken++;
        limit.letIn(taken);
        caller.state = State.HERE;
        caller.began = now;
        caller.besides = taken;
    }

    private void learn(Caller answered, long now) {
        long nanos = now - answered.began;
        if (standsStill(now)) {
            limit.answeredAtLast(nanos);
        } else {
            limit.answered(nanos, answered.besides, taken - 1, !waiting.isEmpty());
        }
        movedAt = now;
    }

    private int given(long now) {
        return standsStill(now) ? limit.most() : limit.given();
    }

    private boolean standsStill(long now) {
        return taken > 0 && now - movedAt >= patience.usual();
    }
}
