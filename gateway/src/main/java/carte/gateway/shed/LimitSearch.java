package carte.gateway.shed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    /** So long that a moment in which the service stands still is not half of it. */
    private static final long SHORTEST_ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CALLS_PER_PLACE = 2;
    private static final long NOTHING_KNOWN = Long.MAX_VALUE;

    private final int fewest;
    private final int most;
    private boolean begun;
    private long lastAt;
    private long foundAt;
    private int places;
    private int before;
    private long usualBefore;
    private boolean found;
    private long roundAt;
    private final List<Long> durations = new ArrayList<>();

    LimitSearch(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
        this.places = fewest;
    }

    /** Returns how many are tried now. */
    int places() {
        return places;
    }

    /**
     * Goes on after a pause, in which nothing was seen; with more at once where so many have been
     * under way, and more have been of use so far. If those are too many, it goes back to what was
     * found good before.
     */
    void goOnFrom(int count, long now) {
        round(now);
        if (begun && !found && usualBefore < NOTHING_KNOWN && count > places) {
            places = count;
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
            durations.add(now - callBegunAt);
            if (durations.size() >= CALLS_PER_PLACE * places
                    && now - roundAt >= SHORTEST_ROUND_NANOS) {
                decide(median(), now);
            }
        }
    }

    private void begin(int count, long now) {
        begun = true;
        found = false;
        next(count, NOTHING_KNOWN, now);
    }

    /** Half that are dear, or all that were under way when the service paused, are not the rule. */
    private long median() {
        Collections.sort(durations);
        return durations.get((durations.size() - 1) / 2);
    }

    private void decide(long usual, long now) {
        if (usual > SLOWER_FACTOR * usualBefore) {
            places = before;
            found(now);
        } else if (places == most) {
            found(now);
        } else {
            next(Math.min(most, 2 * places), usual, now);
        }
    }

    private void found(long now) {
        found = true;
        foundAt = now;
    }

    private void next(int count, long usual, long now) {
        before = places;
        places = count;
        usualBefore = usual;
        round(now);
    }

    private void round(long now) {
        roundAt = now;
        durations.clear();
    }
}
