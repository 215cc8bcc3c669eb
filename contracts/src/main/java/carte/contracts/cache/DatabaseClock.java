package carte.contracts.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time by the databases' clocks as far as a reader can know it: its own clock, unless a time
 * that a database told is already later. Then that time goes on from when it was heard, so that a
 * reader whose clock is slow never takes an old menu for a fresh one. A clock that is fast makes
 * menus look older than they are, which costs reads and no freshness.
 */
public final class DatabaseClock {

    private final Clock own;
    private final LongSupplier nanoTime;
    private volatile Heard latest;

    /** Starts with the reader's own clock. */
    public DatabaseClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /** Takes {@code nanoTime} for a clock that goes on evenly and tells no time of day. */
    public DatabaseClock(Clock own, LongSupplier nanoTime) {
        this.own = own;
        this.nanoTime = nanoTime;
        this.latest = new Heard(Instant.EPOCH, nanoTime.getAsLong());
    }

    /** Takes note of a time that a database told, at some moment before now. */
    public synchronized void heard(Instant databaseTime) {
        long now = nanoTime.getAsLong();
        if (databaseTime.isAfter(latest.at(now))) {
            latest = new Heard(databaseTime, now);
        }
    }

    /** Returns the time; never earlier than any that was heard. */
    public Instant now() {
        Instant atLeast = latest.at(nanoTime.getAsLong());
        Instant mine = own.instant();
        return mine.isAfter(atLeast) ? mine : atLeast;
    }

    /** Returns by how much the reader's own clock is known to be behind; zero if it is not. */
    public Duration behind() {
        Duration behind = Duration.between(own.instant(), latest.at(nanoTime.getAsLong()));
        return behind.isNegative() ? Duration.ZERO : behind;
    }

    private record Heard(Instant time, long nanos) {
        Instant at(long nanosNow) {
            return time.plusNanos(nanosNow - nanos);
        }
    }
}
