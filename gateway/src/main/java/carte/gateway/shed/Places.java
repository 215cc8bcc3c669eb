package carte.gateway.shed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A number of calls that are under way at once. Others wait their turn, for a short time and in
 * order; whom that time would not suffice is refused with {@link Shed}. Not all places are open at
 * all times: a service that has more to do than it can makes each of many calls at once late.
 */
public final class Places {

    private final int mostWaiting;
    private final ConcurrencyLimit limit;
    private final Patience patience;
    private final LongSupplier nanoTime;
    private final Runnable report;
    private final Deque<Caller> waiting = new ArrayDeque<>();
    private final Queue<Caller> seated = new ConcurrentLinkedQueue<>();
    private final AtomicInteger telling = new AtomicInteger();
    private boolean watched;
    private int taken;

    /** Takes how many may wait, for how long, and who is told of each that is refused. */
    public Places(
            int places,
            int mostWaiting,
            Duration patience,
            LongSupplier nanoTime,
            Runnable report) {
        this.limit = new ConcurrencyLimit(places, nanoTime.getAsLong());
        this.mostWaiting = mostWaiting;
        this.patience = new Patience(patience);
        this.nanoTime = nanoTime;
        this.report = report;
    }

    private enum State {
        WAITING, HERE, GONE
    }

    /** Whoever wants a place; guarded by the places. */
    private static final class Caller {

        private final Sinks.Empty<Void> turn = Sinks.empty();
        private final long until;
        private State state = State.WAITING;
        private long begunAt;

        Caller(long until) {
            this.until = until;
        }
    }

    /** Returns {@code work} with a place of its own, which it holds until its first element. */
    public <T> Flux<T> within(Flux<T> work) {
        return Flux.defer(() -> {
            long now = nanoTime.getAsLong();
            Caller caller = enter(now);
            if (caller == null) {
                report.run();
                return Flux.error(new Shed());
            }
            tell();
            return turn(caller, now).thenMany(work)
                    .doOnNext(_ -> leave(caller))
                    .doFinally(_ -> leave(caller));
        });
    }

    private Mono<Void> turn(Caller caller, long now) {
        return caller.state == State.HERE
                ? Mono.empty()
                : caller.turn.asMono()
                        .timeout(Duration.ofNanos(caller.until - now))
                        .onErrorMap(TimeoutException.class, _ -> refuse());
    }

    private Shed refuse() {
        report.run();
        return new Shed();
    }

    private synchronized @Nullable Caller enter(long now) {
        Caller caller = new Caller(now + patience.nanos(now));
        limit.needs(taken, now);
        if (waiting.isEmpty() && taken < limit.count(patience, now)) {
            begin(caller, now);
        } else if (waiting.size() >= mostWaiting) {
            return null;
        } else {
            watch();
            patience.waits(now);
            waiting.addLast(caller);
            seat(now);
        }
        return caller;
    }

    /** Has a look now and then while somebody waits: where no call ends nobody else would. */
    private void watch() {
        if (!watched) {
            Schedulers.parallel().schedule(this::look, ConcurrencyLimit.STALL_NANOS,
                    TimeUnit.NANOSECONDS);
            watched = true;
        }
    }

    private void look() {
        long now = nanoTime.getAsLong();
        synchronized (this) {
            watched = false;
            if (waiting.isEmpty()) {
                return;
            }
            if (!patience.isStanding(now)) {
                limit.stalled(now);
                seat(now);
            }
            if (waiting.isEmpty()) {
                patience.empty(now);
            } else {
                watch();
            }
        }
        tell();
    }

    private void begin(Caller caller, long now) {
        caller.state = State.HERE;
        caller.begunAt = now;
        taken++;
    }

    /** Tells whether whoever came now would be refused, after all that it takes to come here. */
    public synchronized boolean isOverrun() {
        long now = nanoTime.getAsLong();
        return patience.isCrowded(now) && taken >= limit.count(patience, now);
    }

    /** Takes note of somebody who is refused without having come here, and would have waited. */
    public void refusedAhead() {
        synchronized (this) {
            patience.waits(nanoTime.getAsLong());
        }
        report.run();
    }

    private void leave(Caller caller) {
        long now = nanoTime.getAsLong();
        synchronized (this) {
            State before = caller.state;
            caller.state = State.GONE;
            if (before == State.WAITING) {
                waiting.remove(caller);
            } else if (before == State.HERE) {
                taken--;
                limit.ended(!waiting.isEmpty(), caller.begunAt, taken, now);
                seat(now);
            }
            if (waiting.isEmpty()
                    && (taken < limit.count(patience, now) || !patience.isStanding(now))) {
                patience.empty(now);
            }
        }
        tell();
    }

    /** Has one after the other begin: whoever fails at once makes room while the loop goes on. */
    private void tell() {
        if (telling.getAndIncrement() > 0) {
            return;
        }
        boolean told = false;
        try {
            do {
                for (Caller next = seated.poll(); next != null; next = seated.poll()) {
                    next.turn.tryEmitEmpty();
                }
            } while (telling.decrementAndGet() > 0);
            told = true;
        } finally {
            // What Reactor takes for fatal it throws; the next who leaves tells the others.
            if (!told) {
                telling.set(0);
            }
        }
    }

    private void seat(long now) {
        while (taken < limit.count(patience, now) && !waiting.isEmpty()) {
            Caller first = waiting.removeFirst();
            // Whose time is up is about to be refused by a timer that is late.
            if (first.until - now > 0) {
                begin(first, now);
                seated.add(first);
            }
        }
    }
}
