package carte.contracts.cache;

import carte.contracts.cache.DatabaseClock.Moment;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** The clocks of all databases, each known by itself. */
public final class DatabaseClocks {

    private final ConcurrentMap<String, DatabaseClock> clocks = new ConcurrentHashMap<>();
    private final Clock own;
    private final LongSupplier nanoTime;

    /** Knows nothing yet. */
    public DatabaseClocks() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /** Takes {@code nanoTime} for a clock that goes on evenly and tells no time of day. */
    public DatabaseClocks(Clock own, LongSupplier nanoTime) {
        this.own = own;
        this.nanoTime = nanoTime;
    }

    /** Returns this moment, for whichever database will turn out to answer. */
    public Moment moment() {
        return new Moment(nanoTime.getAsLong(), own.millis());
    }

    /** Returns the clock of the database of a shard. */
    public DatabaseClock of(String shard) {
        return clocks.computeIfAbsent(shard, _ -> new DatabaseClock(own, nanoTime));
    }
}
