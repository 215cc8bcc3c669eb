package carte.gateway.shed;

import java.util.concurrent.TimeUnit;

/**
 * How many of the places are open. It begins with few and opens one more for each call that ends
 * while others wait, as TCP's slow start does (RFC 5681), or where no call ends for a while: what
 * begins at the same moment is answered no sooner the more of it there is. While a queue is
 * standing as many are open as {@link LimitSearch} finds to be of use, and after it one more in
 * each of the patiences.
 */
final class ConcurrencyLimit {

    /** In nanoseconds. */
    static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int FIRST = 8;
    private static final int SHARE = 4;
    private static final int FEWEST = 2;
    private static final int SHARE_OF_FEWEST = 16;

    private final int places;
    private final int first;
    private final LimitSearch search;
    private boolean stood;
    private int open;
    private long openedAt;
    private long neededAt;

    ConcurrencyLimit(int places, long now) {
        this.places = places;
        this.first = Math.max(Math.min(places, FIRST), places / SHARE);
        int fewest = Math.max(Math.min(places, FEWEST), places / SHARE_OF_FEWEST);
        this.search = new LimitSearch(fewest, places);
        this.open = first;
        this.openedAt = now;
        this.neededAt = now;
    }

    /** Returns how many are open now, and remembers for {@link #ended} whether a queue stands. */
    int count(Patience patience, long now) {
        if (patience.isCrowded(now)) {
            if (!stood) {
                stood = true;
                search.goOnFrom(open, now);
            }
            return search.places();
        }
        if (stood) {
            stood = false;
            open = Math.max(first, search.places());
        }
        long after = patience.patiencesSinceStanding(now);
        return after < 0 ? open : (int) Math.min(open, search.places() + after);
    }

    /** Takes note of how many are taken; what nobody has needed for long is closed. */
    void needs(int taken, long now) {
        if (taken >= first) {
            if (now - neededAt > IDLE_NANOS) {
                open = first;
            }
            neededAt = now;
        }
    }

    /**
     * Takes note of a call that has ended.
     *
     * @param wanted whether others wait for its place
     * @param begun when it began
     * @param others how many are still under way
     */
    void ended(boolean wanted, long begun, int others, long now) {
        if (stood) {
            search.ended(begun, others, now);
        } else if (wanted) {
            openOne(now);
        }
    }

    /** Opens one more if none has been for a while. */
    void stalled(long now) {
        if (now - openedAt >= STALL_NANOS) {
            openOne(now);
        }
    }

    private void openOne(long now) {
        open = Math.min(places, open + 1);
        openedAt = now;
    }
}
