package carte.gateway.retry;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long an answer is waited for before another instance is asked as well: as long as 95 of 100
 * recent answers took (Dean and Barroso, The Tail at Scale), within bounds.
 */
public final class HedgeDelay {

    private static final int WINDOW = 256;
    private static final int LEAST = 20;
    private static final int REFRESH = 16;

    private final long shortest;
    private final long longest;
    private final long[] recent = new long[WINDOW];
    private int count;
    private volatile long delay;

    /** Takes the bounds; the longer one holds until enough answers have been seen. */
    public HedgeDelay(Duration shortest, Duration longest) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.delay = this.longest;
    }

    /** Takes note of how long an answer took to begin. */
    public synchronized void took(long nanos) {
        recent[count % WINDOW] = nanos;
        count = count + 1 == 2 * WINDOW ? WINDOW : count + 1;
        if (count >= LEAST && count % REFRESH == 0) {
            delay = Math.clamp(percentile95(), shortest, longest);
        }
    }

    private long percentile95() {
        long[] sorted = Arrays.copyOf(recent, Math.min(count, WINDOW));
        Arrays.sort(sorted);
        return sorted[(sorted.length * 95 - 1) / 100];
    }

    /** Returns the delay. */
    public Duration get() {
        return Duration.ofNanos(delay);
    }
}
