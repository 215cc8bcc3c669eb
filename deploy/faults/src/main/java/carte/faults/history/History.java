package carte.faults.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that clients did, noted from any thread. */
public final class History {

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
    private final AtomicLong failedWrites = new AtomicLong();

    /** Notes a change that was acknowledged. */
    public void add(Write write) {
        writes.add(write);
    }

    /** Notes a read, whatever came of it. */
    public void add(Read read) {
        reads.add(read);
    }

    /** Notes a change that was refused, or of which nobody knows whether it was made. */
    public void failedWrite() {
        failedWrites.incrementAndGet();
    }

    /** Returns all acknowledged changes. */
    public List<Write> writes() {
        return List.copyOf(writes);
    }

    /** Returns all reads, those of one reader in the order in which they were answered. */
    public List<Read> reads() {
        return List.copyOf(reads);
    }

    /** Returns how many changes were not acknowledged. */
    public long failedWrites() {
        return failedWrites.get();
    }
}
