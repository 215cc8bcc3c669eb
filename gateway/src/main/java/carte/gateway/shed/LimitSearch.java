package carte.gateway.shed;

import java.util.concurrent.TimeUnit;

/**
 * Finds how many calls at once are of use while more are wanted than are answered. A service with
 * nothing left makes each call twice as late where there are twice as many, and answers no more of
 * them; one that waits for something else answers twice as many. So the number is doubled until the
 * calls take longer, and after a while looked for anew from half of it.
 */
final class LimitSearch {

    private static final long SEARCH_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double SLOWER_FACTOR = 1.5;
    private static final int CALLS_PER_PLACE = 2;

    private final int fewest;
    private final int most;
    private boolean begun;
    private long lastAt;
    private long foundAt;
    private int places;
    private int before;
    private double meanBefore;
    private boolean found;
    private long roundAt;
    private int calls;
    private long nanos;

    LimitSearch(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
        this.places = fewest;
    }

    /** Returns how many are tried now. */
    int places() {
        return places;
    }

    /** Tries more at once where so many have been under way, and more have been of use so far. */
    void goOnFrom(int count, long now) {
        if (begun && !found && Double.isFinite(meanBefore) && count > places) {
            next(count, meanBefore, now);
        }
    }

    /**
     * Takes note of a call that has ended.
     *
     * @param callBegunAt when it began
     * @param others how many are still under way
     */
    void ended(long callBegunAt, int others, long now) {
        if (!begun || now - lastAt > SEARCH_INTERVAL_NANOS) {
            begin(fewest, now);
        } else if (found && now - foundAt > SEARCH_INTERVAL_NANOS) {
            begin(Math.max(fewest, places / 2), now);
        }
        lastAt = now;
        if (others >= places) {
            // Those that began before the number was so low are still in the way.
            round(now);
        } else if (!found && others >= places / 2 && callBegunAt - roundAt >= 0) {
            calls++;
            nanos += now - callBegunAt;
            if (calls >= CALLS_PER_PLACE * places) {
                decide((double) nanos / calls, now);
            }
        }
    }

    private void begin(int count, long now) {
        begun = true;
        found = false;
        next(count, Double.POSITIVE_INFINITY, now);
    }

    private void decide(double mean, long now) {
        if (mean > SLOWER_FACTOR * meanBefore) {
            places = before;
            found(now);
        } else if (places == most) {
            found(now);
        } else {
            next(Math.min(most, 2 * places), mean, now);
        }
    }

    private void found(long now) {
        found = true;
        foundAt = now;
    }

    private void next(int count, double mean, long now) {
        before = places;
        places = count;
        meanBefore = mean;
        round(now);
    }

    private void round(long now) {
        roundAt = now;
        calls = 0;
        nanos = 0;
    }
}
