package carte.invalidator.menu;

import carte.contracts.cache.MenuCache;
import java.util.OptionalLong;

/**
 * Where one partition stands. The cache itself says up to where it was filled; the log is read from
 * there, without a gap, and whenever the cache turns out to be elsewhere, from there again.
 */
final class PartitionProgress {

    private boolean placed;
    private boolean seeking;
    private long appliedOnce;
    private long expected = MenuCache.NOTHING_APPLIED;

    /** Tells whether the cache must be asked where it is before anything is applied. */
    boolean needsPlace() {
        return !placed;
    }

    /** Tells whether records are still those from before the log was sought through. */
    boolean isSeeking() {
        return seeking;
    }

    /** Returns the offset that the cache is expected to hold. */
    long expected() {
        return expected;
    }

    /**
     * The cache was found at {@code offset}, so the log must be read from there.
     *
     * @param applied up to where it had been applied, whatever the cache has kept of that
     */
    void goTo(long offset, long applied) {
        appliedOnce = Math.max(appliedOnce, applied);
        placed = true;
        seeking = true;
        expected = offset;
    }

    /** Tells whether the record at {@code offset} had been applied before the log was rewound. */
    boolean isReplay(long offset) {
        return offset < appliedOnce;
    }

    /** The cache has taken {@code next} for its offset. */
    void advancedTo(long next) {
        expected = next;
    }

    /**
     * Returns where to read from next if that is not simply onwards, and takes it as done: {@link
     * MenuCache#NOTHING_APPLIED} stands for the beginning.
     */
    OptionalLong takeSeek() {
        if (!seeking) {
            return OptionalLong.empty();
        }
        seeking = false;
        return OptionalLong.of(expected);
    }
}
