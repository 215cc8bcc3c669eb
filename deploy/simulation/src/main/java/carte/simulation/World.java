package carte.simulation;

import carte.contracts.cache.CacheEntryCodec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Time, chance and all processes. One step lets one process do one atomic thing; in between any
 * time may pass for any of them. Everything follows from the seed.
 */
final class World {

    static final int RESTAURANTS = 4;
    static final int PARTITIONS = 2;

    private static final long START = 1_700_000_000_000_000L;
    private static final long MOST_BETWEEN_STEPS = 300;
    private static final int TRACE_LENGTH = 60;

    private final SplittableRandom random;
    private final List<Actor> processes = new ArrayList<>();
    private final Deque<String> trace = new ArrayDeque<>();
    private long now = START;
    private long steps;
    private long traceHash = 17;
    private boolean calm;

    World(long seed) {
        random = new SplittableRandom(seed);
    }

    static int partitionOf(int restaurant) {
        return restaurant % PARTITIONS;
    }

    /** Returns a restaurant; the last is a cold one, which is hardly ever chosen. */
    int restaurant(int coldOneIn) {
        return oneIn(coldOneIn) ? RESTAURANTS - 1 : below(RESTAURANTS - 1);
    }

    /** Returns true time in microseconds, which is the database's. */
    long now() {
        return now;
    }

    Instant instant() {
        return CacheEntryCodec.fromMicros(now);
    }

    long steps() {
        return steps;
    }

    /** Returns a number that is the same for the same course of events. */
    long traceHash() {
        return traceHash;
    }

    /** Tells whether faults have ended, so that everything must come right. */
    boolean isCalm() {
        return calm;
    }

    void calmDown() {
        calm = true;
        processes.forEach(Actor::thaw);
    }

    void add(Actor process) {
        processes.add(process);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a time from nothing to {@code most} microseconds. */
    long upTo(long most) {
        return random.nextLong(most + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** The same, but never once the faults have ended. */
    boolean fault(int chances) {
        return !calm && random.nextInt(chances) == 0;
    }

    void step() {
        now += random.nextLong(MOST_BETWEEN_STEPS);
        steps++;
        processes.get(random.nextInt(processes.size())).step(now);
    }

    /** Notes what happened; the text is made only if somebody will read it. */
    void note(String who, int what, Supplier<String> text) {
        traceHash = traceHash * 31 + now * 7 + who.hashCode() + what;
        if (trace.size() == TRACE_LENGTH) {
            trace.removeFirst();
        }
        trace.addLast((now - START) / 1000 + " ms  " + who + ": " + text.get());
    }

    /** Returns the last things that happened. */
    List<String> trace() {
        return List.copyOf(trace);
    }
}
