package carte.simulation;

import java.util.ArrayList;
import java.util.List;

/** From the outbox to the log: a lease, a fence, and a scan with a time on either side. */
final class Relay extends Actor {

    private static final long LEASE = 5_000_000;
    private static final long WATERMARK_INTERVAL = 250_000;
    private static final int BATCH = 3;
    private static final int CRASHES_ONE_IN = 20_000;

    private final int number;
    private final Database database;
    private final MenuLog log;
    private final Protocol protocol;
    private int producer;
    private long heldUntil;
    private long lastWatermark;

    Relay(World world, int number, Database database, MenuLog log, Protocol protocol) {
        super(world, "relay-" + number);
        this.number = number;
        this.database = database;
        this.log = log;
        this.protocol = protocol;
    }

    @Override
    void begin() {
        long asked = world.now();
        if (database.acquireLease(number, LEASE)) {
            heldUntil = asked + LEASE;
            then(this::open);
        } else {
            thenAfter(50_000, this::begin);
        }
    }

    private void open() {
        if (log.isUp()) {
            producer = log.fence();
            world.note(name, 1, () -> "publishes as " + producer);
            then(this::renew);
        } else {
            thenAfter(100_000, this::begin);
        }
    }

    private void renew() {
        long asked = world.now();
        if (database.acquireLease(number, LEASE)) {
            heldUntil = asked + LEASE;
        } else if (world.now() > heldUntil) {
            then(this::begin);
            return;
        }
        then(this::timeAhead);
    }

    private void timeAhead() {
        long ahead = world.now();
        then(() -> scan(ahead));
    }

    private void scan(long ahead) {
        // One more than is taken tells whether something is left.
        List<Database.OutboxRow> found = database.oldest(BATCH + 1);
        boolean whole = found.size() <= BATCH;
        List<Database.OutboxRow> rows = found.subList(0, Math.min(BATCH, found.size()));
        then(() -> {
            long behind = world.now();
            long watermark = protocol.watermarkIsTakenAheadOfTheScan() ? ahead : behind;
            boolean due = (whole || !protocol.watermarkNeedsAWholeScan())
                    && world.now() - lastWatermark >= WATERMARK_INTERVAL;
            publish(rows, 0, behind, due ? watermark : 0);
        });
    }

    private void publish(List<Database.OutboxRow> rows, int index, long foundAt, long watermark) {
        if (index == rows.size()) {
            watermarks(rows, 0, foundAt, watermark);
            return;
        }
        Database.OutboxRow row = rows.get(index);
        send(World.partitionOf(row.restaurant), MenuLog.change(row, foundAt),
                () -> publish(rows, index + 1, foundAt, watermark));
    }

    private void watermarks(
            List<Database.OutboxRow> rows, int partition, long foundAt, long watermark) {
        if (watermark == 0 || partition == World.PARTITIONS) {
            lastWatermark = watermark == 0 ? lastWatermark : world.now();
            then(() -> delete(rows));
            return;
        }
        send(partition, MenuLog.watermark(watermark, foundAt),
                () -> watermarks(rows, partition + 1, foundAt, watermark));
    }

    private void send(int partition, MenuLog.Entry record, Runnable afterwards) {
        if (world.fault(CRASHES_ONE_IN) || !log.append(producer, partition, record)) {
            thenAfter(100_000, this::begin);
        } else {
            then(afterwards);
        }
    }

    private void delete(List<Database.OutboxRow> rows) {
        database.delete(new ArrayList<>(rows));
        thenAfter(rows.isEmpty() ? world.upTo(10_000) : 0, this::renew);
    }
}
