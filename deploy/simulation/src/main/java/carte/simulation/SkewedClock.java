package carte.simulation;

import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.DatabaseClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A process's own clock, which is off by a fixed time. */
final class SkewedClock extends Clock {

    private final World world;
    private final long skew;

    private SkewedClock(World world, long skew) {
        this.world = world;
        this.skew = skew;
    }

    /** Returns the databases' time as a process with such a clock knows it. */
    static DatabaseClock of(World world, long skew) {
        return new DatabaseClock(new SkewedClock(world, skew), () -> world.now() * 1_000);
    }

    @Override
    public Instant instant() {
        return CacheEntryCodec.fromMicros(world.now() + skew);
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
