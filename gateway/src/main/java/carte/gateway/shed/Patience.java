package carte.gateway.shed;

import java.time.Duration;

/**
 * Knows whether a queue is standing: whether it has been there for longer than bursts are (after
 * CoDel, RFC 8289), or has become too long. Such a queue makes everybody late and serves nobody
 * more, so whoever joins it may wait for a far shorter time, until it is gone.
 */
final class Patience {

    private static final int SHORTER = 50;
    private static final int STANDING = 2;
    private static final int GONE = 20;
    private static final long NEVER = Long.MIN_VALUE;

    private final long usual;
    private long waitedSince = NEVER;
    private long emptySince = NEVER;

    Patience(Duration usual) {
        this.usual = usual.toNanos();
    }

    /** Returns for how many nanoseconds somebody may wait where no queue is standing. */
    long usual() {
        return usual;
    }

    /** Takes note of somebody who waits. */
    void waits(long now) {
        if (waitedSince == NEVER || isGone(now)) {
            waitedSince = now;
        }
        emptySince = NEVER;
    }

    /** Takes note that too many wait. */
    void exceeded(long now) {
        waitedSince = now - STANDING * usual - 1;
    }

    /** Takes note that whoever comes next need not wait. */
    void empty(long now) {
        if (emptySince == NEVER) {
            emptySince = now;
        }
    }

    /** Takes note that those who waited did so for a reason of its own, which is no queue. */
    void forget() {
        waitedSince = NEVER;
        emptySince = NEVER;
    }

    boolean isStanding(long now) {
        return waitedSince != NEVER && !isGone(now) && now - waitedSince > STANDING * usual;
    }

    /** Where many come, a place that becomes free is taken a moment later. */
    private boolean isGone(long now) {
        return emptySince != NEVER && now - emptySince > usual / GONE;
    }

    /** Returns for how many nanoseconds whoever begins to wait now may do so. */
    long nanos(long now) {
        return isStanding(now) ? usual / SHORTER : usual;
    }
}
