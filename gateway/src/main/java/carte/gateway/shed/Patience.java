package carte.gateway.shed;

import java.time.Duration;

/**
 * How long a call may wait for its place: long enough for a burst to pass, and far shorter once the
 * queue has been standing for longer than bursts do (after CoDel, RFC 8289). A standing queue makes
 * everybody late and serves nobody more.
 */
final class Patience {

    private static final int SHORTER = 10;
    private static final int STANDING = 5;
    private static final long NEVER_EMPTY = Long.MIN_VALUE;

    private final long usual;
    private long standingSince = NEVER_EMPTY;

    Patience(Duration usual) {
        this.usual = usual.toNanos();
    }

    /** Takes note of somebody who waits. */
    void waits(long now) {
        if (standingSince == NEVER_EMPTY) {
            standingSince = now;
        }
    }

    /** Takes note that nobody waits. */
    void empty() {
        standingSince = NEVER_EMPTY;
    }

    /** Returns for how many nanoseconds whoever begins to wait now may do so. */
    long nanos(long now) {
        boolean standing = standingSince != NEVER_EMPTY && now - standingSince > STANDING * usual;
        return standing ? usual / SHORTER : usual;
    }
}
