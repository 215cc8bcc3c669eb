package carte.simulation;

import java.util.ArrayList;
import java.util.List;

/** One run from one seed: so many steps with faults, then calm, in which all must come right. */
final class Simulation {

    private static final int MEMBERS = 2;
    private static final int CALM_STEPS = 60_000;
    private static final int SETTLING_STEPS = 40_000;

    private final World world;
    private final Database database;
    private final MenuLog log;
    private final Redis redis;
    private final List<Gateway> gateways = new ArrayList<>();
    private final Tally tally = new Tally();

    Simulation(long seed, Protocol protocol) {
        world = new World(seed);
        database = new Database(world);
        log = new MenuLog(world, protocol);
        redis = new Redis(world, database, protocol);
        for (int number = 0; number < 3; number++) {
            new Writer(world, "admin-" + number, database);
        }
        for (int number = 0; number < 2; number++) {
            new Relay(world, number, database, log, protocol);
        }
        var group = new Invalidator.Group();
        for (int member = 0; member < MEMBERS; member++) {
            for (int partition = 0; partition < World.PARTITIONS; partition++) {
                new Invalidator(world, member, partition, group, log, redis, protocol);
            }
        }
        List<MenuService> services = List.of(
                new MenuService(world, database, redis, protocol),
                new MenuService(world, database, redis, protocol));
        for (int number = 0; number < 2; number++) {
            gateways.add(new Gateway(world, number, database, log, protocol));
        }
        for (int number = 0; number < 6; number++) {
            new Customer(world, "customer-" + number, database,
                    gateways.get(number % gateways.size()), services, protocol, tally);
        }
        new Chaos(world, log, redis, group, MEMBERS, gateways, tally);
    }

    /** Runs to the end; throws {@link Violation} where an invariant does not hold. */
    Tally run(int steps) {
        steps(steps);
        world.calmDown();
        steps(CALM_STEPS);
        tally.calmReads = 0;
        tally.calmNewest = 0;
        steps(SETTLING_STEPS);
        checkSettled();
        tally.steps = world.steps();
        tally.hash = world.traceHash();
        for (int restaurant = 0; restaurant < World.RESTAURANTS; restaurant++) {
            tally.versions += database.version(restaurant);
        }
        return tally;
    }

    /** Returns the last things that happened. */
    List<String> trace() {
        return world.trace();
    }

    private void steps(int count) {
        for (int step = 0; step < count; step++) {
            world.step();
            redis.check();
            gateways.forEach(Gateway::check);
        }
    }

    private void checkSettled() {
        if (!database.isPublished()) {
            throw new Violation("1: the outbox does not empty");
        }
        for (int restaurant = 0; restaurant < World.RESTAURANTS; restaurant++) {
            if (log.lastVersion(restaurant) != database.version(restaurant)) {
                throw new Violation("2: the log ends with " + log.lastVersion(restaurant) + " of "
                        + restaurant + ", " + database);
            }
        }
        for (int partition = 0; partition < World.PARTITIONS; partition++) {
            if (log.end(partition) - redis.slot(partition).offset() > 10) {
                throw new Violation("8: Redis stays behind at " + redis.slot(partition).offset());
            }
        }
        if (tally.calmReads == 0 || tally.calmNewest != tally.calmReads) {
            throw new Violation("4: of " + tally.calmReads + " answers at the end "
                    + tally.calmNewest + " are the newest version");
        }
    }
}
