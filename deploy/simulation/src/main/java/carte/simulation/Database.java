package carte.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The primary: versions, their outbox rows and the relays' lease. Its clock is true time. */
final class Database {

    /** Longest lag of the replica, in microseconds. */
    private static final long LAG = 6_000_000;
    private static final int MOST_UNHEARD = 64;

    private final World world;
    private final long[] committed = new long[World.RESTAURANTS];
    private final boolean[] locked = new boolean[World.RESTAURANTS];
    private final List<List<Long>> commits = new ArrayList<>();
    private final List<List<Long>> acknowledgements = new ArrayList<>();
    private final List<OutboxRow> outbox = new ArrayList<>();
    private long nextPosition = 1;
    private int leaseHolder = -1;
    private long leaseUntil;

    Database(World world) {
        this.world = world;
        for (int restaurant = 0; restaurant < World.RESTAURANTS; restaurant++) {
            commits.add(new ArrayList<>());
            acknowledgements.add(new ArrayList<>());
        }
    }

    /** A row of the outbox; invisible until its transaction has committed. */
    static final class OutboxRow {
        final long position;
        final int restaurant;
        final long version;
        final long publishedAt;
        boolean visible;

        OutboxRow(long position, int restaurant, long version, long publishedAt) {
            this.position = position;
            this.restaurant = restaurant;
            this.version = version;
            this.publishedAt = publishedAt;
        }
    }

    boolean lock(int restaurant) {
        boolean free = !locked[restaurant];
        locked[restaurant] = true;
        return free;
    }

    OutboxRow write(int restaurant) {
        OutboxRow row = new OutboxRow(
                nextPosition++, restaurant, committed[restaurant] + 1, world.now());
        outbox.add(row);
        return row;
    }

    void commit(OutboxRow row) {
        row.visible = true;
        committed[row.restaurant] = row.version;
        commits.get(row.restaurant).add(world.now());
        acknowledgements.get(row.restaurant).add(Long.MAX_VALUE);
        locked[row.restaurant] = false;
    }

    void acknowledge(int restaurant, long version) {
        List<Long> times = acknowledgements.get(restaurant);
        // Whoever hears of a version knows that all before it were committed, but each
        // acknowledgement counts from its own moment.
        times.set((int) version - 1, world.now());
    }

    long version(int restaurant) {
        return committed[restaurant];
    }

    /** Returns what a replica shows that is behind. */
    long replicaVersion(int restaurant) {
        long shown = world.now() - world.upTo(LAG);
        List<Long> times = commits.get(restaurant);
        int count = times.size();
        while (count > 0 && times.get(count - 1) > shown) {
            count--;
        }
        return count;
    }

    /** Returns when the first version above this one was acknowledged, or the end of time. */
    long outdatedAt(int restaurant, long version) {
        List<Long> times = acknowledgements.get(restaurant);
        long earliest = Long.MAX_VALUE;
        // An admin may be frozen before it hears, and later ones hear first.
        int last = (int) Math.min(times.size(), version + MOST_UNHEARD);
        for (int index = (int) version; index < last; index++) {
            earliest = Math.min(earliest, times.get(index));
        }
        return earliest;
    }

    List<OutboxRow> oldest(int most) {
        List<OutboxRow> rows = new ArrayList<>();
        for (OutboxRow row : outbox) {
            if (row.visible && rows.size() < most) {
                rows.add(row);
            }
        }
        return rows;
    }

    void delete(List<OutboxRow> rows) {
        outbox.removeAll(rows);
    }

    boolean isPublished() {
        return outbox.isEmpty();
    }

    boolean acquireLease(int relay, long duration) {
        if (leaseHolder != relay && world.now() < leaseUntil) {
            return false;
        }
        leaseHolder = relay;
        leaseUntil = world.now() + duration;
        return true;
    }

    @Override
    public String toString() {
        return "committed " + Arrays.toString(committed);
    }
}
