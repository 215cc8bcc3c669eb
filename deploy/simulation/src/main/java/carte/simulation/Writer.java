package carte.simulation;

/** An admin: writes a version, may keep the transaction open, and hears of it some time later. */
final class Writer extends Actor {

    private final Database database;

    Writer(World world, String name, Database database) {
        super(world, name);
        this.database = database;
    }

    @Override
    void begin() {
        if (world.isCalm()) {
            return;
        }
        int restaurant = world.restaurant(40);
        if (database.lock(restaurant)) {
            then(() -> write(restaurant));
        }
    }

    private void write(int restaurant) {
        Database.OutboxRow row = database.write(restaurant);
        long open = world.oneIn(10) ? world.upTo(1_500_000) : world.upTo(2_000);
        thenAfter(open, () -> commit(row));
    }

    private void commit(Database.OutboxRow row) {
        database.commit(row);
        world.note(name, 1, () -> row.restaurant + " is at " + row.version);
        thenAfter(world.upTo(1_000), () -> acknowledge(row));
    }

    private void acknowledge(Database.OutboxRow row) {
        database.acknowledge(row.restaurant, row.version);
        thenAfter(world.upTo(400_000), this::begin);
    }
}
