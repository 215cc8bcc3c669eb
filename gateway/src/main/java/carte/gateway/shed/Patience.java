package carte.gateway.shed;

import java.time.Duration;

/**
 * Knows whether a queue is standing: whether it has been there for longer than bursts are (after
 * CoDel, RFC 8289). Such a queue makes everybody late and serves nobody more, so whoever joins it
 * may wait for a far shorter time.
 */
final class Patience {

    private static final int SHORTER = 10;
    private static final int STANDING = 2;
    private static final long NEVER = Long.MIN_VALUE;

    private final long usual;
    private long waitedSince = NEVER;
    private long stoodUntil = NEVER;

    Patience(Duration usual) {
        this.usual = usual.toNanos();
    }

    /** Takes note of somebody who waits. A queue that is back at once has not been gone. */
    void waits(long now) {
        if (waitedSince == NEVER) {
            waitedSince = stoodUntil != NEVER && now - stoodUntil < usual
                    ? now - STANDING * usual - 1
                    : now;
        }
    }

    /** Takes note that whoever comes next need not wait. */
    void empty(long now) {
        if (isStanding(now)) {
            stoodUntil = now;
        }
        waitedSince = NEVER;
    }

    boolean isStanding(long now) {
        return waitedSince != NEVER && now - waitedSince > STANDING * usual;
    }

    /** Tells whether a queue is standing, or was so lately that one who waits would be in it. */
    boolean isCrowded(long now) {
        return isStanding(now) || patiencesSinceStanding(now) == 0;
    }

    /** Returns how long ago the last standing queue was gone, in {@link #usual}; -1 if never. */
    long patiencesSinceStanding(long now) {
        return stoodUntil == NEVER ? -1 : (now - stoodUntil) / usual;
    }

    /** Returns for how many nanoseconds whoever begins to wait now may do so. */
    long nanos(long now) {
        return isStanding(now) ? usual / SHORTER : usual;
    }
}
