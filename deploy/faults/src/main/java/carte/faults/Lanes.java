package carte.faults;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A line of a few lanes. What is sent takes the lane that is free first, and all that is on its way
 * together is no faster than the lanes: as a service is with so many processors.
 * For one thread at a time.
 */
final class Lanes {

    private final int bytesPerSecond;
    private final long[] freeAt;
    private boolean used;

    /** Takes the rate of each. */
    Lanes(int count, int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
        this.freeAt = new long[count];
    }

    /** Sends so many bytes, and returns how many nanoseconds from now they will have arrived. */
    long send(int bytes, long now) {
        if (!used) {
            Arrays.fill(freeAt, now);
            used = true;
        }
        int lane = 0;
        for (int i = 1; i < freeAt.length; i++) {
            lane = freeAt[i] - freeAt[lane] < 0 ? i : lane;
        }
        long begin = freeAt[lane] - now > 0 ? freeAt[lane] : now;
        freeAt[lane] = begin + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        return freeAt[lane] - now;
    }
}
