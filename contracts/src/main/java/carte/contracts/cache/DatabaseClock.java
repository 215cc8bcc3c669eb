package carte.contracts.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How late it can be at most by the clock of one database, as another process knows it. A time that
 * the database told after it was asked cannot have been passed by more than the time since the
 * asking; so nobody's clock needs to be right, only to go on as fast as others do. What a cache
 * holds is judged by this: it never looks younger than it is.
 */
public final class DatabaseClock {

    /** By how much clocks that go wrong may go too slow: one part in this many. */
    private static final long DRIFT_ONE_IN = 1_000;

    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(36_500);

    /** Later than anything: no cached menu is fresh while nothing is known. */
    private static final Instant UNKNOWN = Instant.parse("9999-12-31T00:00:00Z");

    private final Clock own;
    private final LongSupplier nanoTime;
    private volatile @Nullable Told told;
    private volatile @Nullable Told heard;

    /** Knows nothing yet. */
    public DatabaseClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /** Takes {@code nanoTime} for a clock that goes on evenly and tells no time of day. */
    public DatabaseClock(Clock own, LongSupplier nanoTime) {
        this.own = own;
        this.nanoTime = nanoTime;
    }

    /** A moment in this process; means nothing in another one. */
    public record Moment(long nanos, long millis) {}

    /** A time that the database told, and the moment at which it was asked. */
    private record Told(Instant time, Moment asked) {}

    /** Returns this moment, to be kept until an answer to what is asked now arrives. */
    public Moment moment() {
        return new Moment(nanoTime.getAsLong(), own.millis());
    }

    /**
     * Takes note of an answer.
     *
     * @param asked before the question was sent
     * @param time what the database's clock showed at some moment since then, or the most that it
     * could have shown; far in the future from whoever knows nothing themselves
     */
    public synchronized void answered(Moment asked, Instant time) {
        if (!time.isBefore(UNKNOWN)) {
            told = null;
            return;
        }
        Told before = told;
        Told now = new Told(time, asked);
        Moment moment = moment();
        if (before == null
                || time.isAfter(latest(before, moment))
                || latest(now, moment).isBefore(latest(before, moment))) {
            told = now;
        }
    }

    /**
     * Takes note of a time that the database told to somebody, at some moment before now. If it is
     * later than can be, one of the two is wrong, and nothing is known until the next answer.
     */
    public synchronized void heard(Instant time) {
        Moment moment = moment();
        Told before = told;
        if (before != null && time.isAfter(latest(before, moment))) {
            told = null;
        }
        Told earlier = heard;
        if (earlier == null || !time.isBefore(earliest(earlier, moment))) {
            heard = new Told(time, moment);
        }
    }

    /** Returns the latest that it can be; far in the future while nothing is known. */
    public Instant now() {
        Told known = told;
        return known == null ? UNKNOWN : latest(known, moment());
    }

    /** Returns the same, or, while nothing is known, what this process's clock shows. */
    public Instant guess() {
        Told known = told;
        return known == null ? own.instant() : latest(known, moment());
    }

    /**
     * Returns what it is likely to be, for people to look at: the earliest that it can be by what
     * was heard, which is late by the way that news take and by nothing else; the guess, while
     * nothing was heard or the two contradict.
     */
    public Instant likely() {
        Told least = heard;
        Instant latest = guess();
        if (least == null) {
            return latest;
        }
        Instant earliest = earliest(least, moment());
        return earliest.isAfter(latest) ? latest : earliest;
    }

    private static Instant latest(Told told, Moment now) {
        // A machine that was suspended may not count that time; its time of day then does.
        long millis = Math.min(now.millis() - told.asked().millis(), LONGEST_MILLIS);
        long elapsed = Math.max(elapsed(told, now), TimeUnit.MILLISECONDS.toNanos(millis));
        return told.time().plusNanos(elapsed + elapsed / DRIFT_ONE_IN);
    }

    private static Instant earliest(Told heard, Moment now) {
        long elapsed = elapsed(heard, now);
        return heard.time().plusNanos(elapsed - elapsed / DRIFT_ONE_IN);
    }

    private static long elapsed(Told told, Moment now) {
        return Math.max(0, now.nanos() - told.asked().nanos());
    }
}
