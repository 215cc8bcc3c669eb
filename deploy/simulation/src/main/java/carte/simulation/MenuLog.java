package carte.simulation;

import java.util.ArrayList;
import java.util.List;

/** Kafka: partitions of records, and a fence that lets only the newest producer append. */
final class MenuLog {

    private static final int NO_RESTAURANT = -1;

    private final World world;
    private final Protocol protocol;
    private final List<List<Entry>> partitions = new ArrayList<>();
    private final long[] newest = new long[World.RESTAURANTS];
    private int epoch;
    private long downUntil;

    MenuLog(World world, Protocol protocol) {
        this.world = world;
        this.protocol = protocol;
        for (int partition = 0; partition < World.PARTITIONS; partition++) {
            partitions.add(new ArrayList<>());
        }
    }

    /** A record; a change of a restaurant, or a watermark of that time. All times in µs. */
    record Entry(int restaurant, long version, long time, long foundAt) {
        boolean isWatermark() {
            return restaurant == NO_RESTAURANT;
        }
    }

    static Entry change(Database.OutboxRow row, long foundAt) {
        return new Entry(row.restaurant, row.version, row.publishedAt, foundAt);
    }

    static Entry watermark(long time, long foundAt) {
        return new Entry(NO_RESTAURANT, 0, time, foundAt);
    }

    void goDownFor(long micros) {
        downUntil = world.now() + micros;
    }

    boolean isUp() {
        return world.isCalm() || world.now() >= downUntil;
    }

    int fence() {
        return ++epoch;
    }

    /** Returns false if the record was refused or Kafka is away. */
    boolean append(int producer, int partition, Entry record) {
        if (!isUp() || (protocol.relaysAreFenced() && producer != epoch)) {
            return false;
        }
        if (!record.isWatermark()) {
            long known = newest[record.restaurant()];
            if (record.version() > known + 1) {
                throw new Violation("2: " + record + " follows version " + known);
            }
            newest[record.restaurant()] = Math.max(known, record.version());
        }
        partitions.get(partition).add(record);
        return true;
    }

    Entry at(int partition, int offset) {
        return partitions.get(partition).get(offset);
    }

    int end(int partition) {
        return partitions.get(partition).size();
    }

    /** What compaction leaves of a restaurant. */
    long lastVersion(int restaurant) {
        List<Entry> records = partitions.get(World.partitionOf(restaurant));
        for (int offset = records.size() - 1; offset >= 0; offset--) {
            if (records.get(offset).restaurant() == restaurant) {
                return records.get(offset).version();
            }
        }
        return 0;
    }
}
