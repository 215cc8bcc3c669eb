package carte.simulation;

import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.DatabaseClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A process's own clocks: the time of day is wrong by up to an hour and jumps, and what counts
 * nanoseconds goes on a little too fast or too slow.
 */
final class ProcessClock extends Clock {

    private static final long JUMPS_AFTER = 15_000_000;
    private static final long MOST_WRONG = 3_600_000_000L;
    private static final long LITTLE_WRONG = 4_000_000;
    private static final long DRIFT_ONE_IN = 2_000;

    private final World world;
    private final long wrong;
    private final long drift;

    ProcessClock(World world) {
        this.world = world;
        this.wrong = world.upTo(world.oneIn(2) ? MOST_WRONG : LITTLE_WRONG);
        this.drift = world.upTo(2) - 1;
    }

    /** Returns what a process with such clocks knows of the database's. */
    DatabaseClock ofDatabase() {
        return new DatabaseClock(this,
                () -> 1_000 * (world.now() + drift * world.now() / DRIFT_ONE_IN));
    }

    @Override
    public Instant instant() {
        long jumps = world.now() / JUMPS_AFTER;
        return CacheEntryCodec.fromMicros(world.now() + wrong * (jumps % 3 - 1));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
