package carte.gateway.page;

import carte.contracts.cache.DatabaseClock.Moment;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a service said, and how old it can be at most. Nothing of it is by a clock that two have to
 * share: it is older than when it was asked for by what the service said of its age, if anything.
 *
 * @param asked before the question was sent
 * @param before how old it was when it was answered, by the clock of its source
 */
record Known<V>(V value, Moment asked, Duration before) {

    /** By how much a clock that goes wrong may go too slow: one part in this many. */
    private static final long DRIFT_ONE_IN = 1_000;

    /** Makes of an age below zero, which nothing can have, none at all. */
    Known {
        before = before.isNegative() ? Duration.ZERO : before;
    }

    /** Returns how old it can be at most. */
    Duration age(Moment now) {
        // A machine that was suspended may not count that time; its time of day then does.
        long elapsed = Math.max(now.nanos() - asked.nanos(),
                TimeUnit.MILLISECONDS.toNanos(now.millis() - asked.millis()));
        long most = Math.max(0, elapsed);
        return before.plusNanos(most + most / DRIFT_ONE_IN);
    }
}
