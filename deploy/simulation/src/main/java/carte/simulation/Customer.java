package carte.simulation;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.menu.MenuVersion;
import carte.simulation.MenuService.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Reads one menu after the other through one gateway, and is the judge of what it is shown. */
final class Customer extends Actor {

    private static final long BOUND = Protocol.BOUND.toNanos() / 1000;
    private static final int MOST_LOADS = 3;

    private final Database database;
    private final Gateway gateway;
    private final List<MenuService> services;
    private final Protocol protocol;
    private final Tally tally;
    private final long[] shown = new long[World.RESTAURANTS];
    private int restarts;
    private int restaurant;
    private MenuVersion least = MenuVersion.NONE;
    private int loads;

    Customer(
            World world,
            String name,
            Database database,
            Gateway gateway,
            List<MenuService> services,
            Protocol protocol,
            Tally tally) {
        super(world, name);
        this.database = database;
        this.gateway = gateway;
        this.services = services;
        this.protocol = protocol;
        this.tally = tally;
        gateway.serve(this);
    }

    /** What a load has in hand grows old only where it is held up. */
    @Override
    int freezesOneIn() {
        return 800;
    }

    @Override
    void begin() {
        restaurant = world.restaurant(30);
        long written = database.version(restaurant);
        least = written > 0 && world.oneIn(8)
                && database.outdatedAt(restaurant, written - 1) < world.now()
                        ? new MenuVersion(written)
                        : MenuVersion.NONE;
        loads = 0;
        then(this::ask);
    }

    private void ask() {
        Gateway.Kept kept = gateway.find(restaurant);
        if (kept != null && !kept.version().isOlderThan(least)
                && protocol.allows(gateway.asOf(restaurant, kept), gateway.now())) {
            tally.edge++;
            judge(kept.version());
        } else {
            then(this::load);
        }
    }

    private void load() {
        MenuVersion known = gateway.newestKnown(restaurant);
        MenuVersion wanted = known.isOlderThan(least) ? least : known;
        MenuService service = services.get(world.below(services.size()));
        Moment asked = gateway.moment();
        thenAfter(world.upTo(500), () -> redis(asked, service, wanted));
    }

    private void redis(Moment gatewayAsked, MenuService service, MenuVersion wanted) {
        Answer answer = service.fromRedis(restaurant, wanted);
        if (answer != null) {
            tally.redis++;
            thenAfter(world.upTo(500), () -> arrive(gatewayAsked, answer));
        } else {
            Moment asked = service.moment();
            then(() -> statement(gatewayAsked, service, asked, wanted));
        }
    }

    private void statement(
            Moment gatewayAsked, MenuService service, Moment asked, MenuVersion wanted) {
        if (world.fault(200)) {
            // The primary does not answer.
            thenAfter(100_000, this::begin);
            return;
        }
        long readAt = world.now();
        then(() -> {
            Answer answer = service.fromPrimary(restaurant, asked, readAt);
            then(() -> primary(gatewayAsked, service, wanted, answer));
        });
    }

    private void primary(
            Moment gatewayAsked, MenuService service, MenuVersion wanted, Answer answer) {
        if (!service.isFresh(answer) || answer.version().isOlderThan(wanted)) {
            again();
            return;
        }
        tally.primary++;
        service.fill(restaurant, answer);
        thenAfter(world.upTo(500), () -> arrive(gatewayAsked, answer));
    }

    private void again() {
        if (++loads < MOST_LOADS) {
            thenAfter(20_000, this::load);
        } else {
            tally.refused++;
            then(this::begin);
        }
    }

    private void arrive(Moment asked, Answer answer) {
        // Absences are not kept by gateways, and headers tell milliseconds.
        Instant asOf = answer.asOf().truncatedTo(ChronoUnit.MILLIS);
        gateway.answered(asked, answer.latest());
        if (answer.version().equals(MenuVersion.NONE)) {
            int life = gateway.restarts();
            then(() -> serve(answer.version(), asOf, life));
        } else if (gateway.lock(restaurant)) {
            Gateway.Known known = gateway.known(restaurant, answer.version());
            int life = gateway.restarts();
            then(() -> keep(answer.version(), asOf, known, life));
        }
    }

    private void keep(MenuVersion version, Instant asOf, Gateway.Known known, int life) {
        if (gateway.restarts() == life) {
            gateway.offer(restaurant, version, asOf, known);
            then(() -> serve(version, asOf, life));
        } else {
            then(this::begin);
        }
    }

    private void serve(MenuVersion version, Instant asOf, int life) {
        if (gateway.restarts() != life) {
            // The answer went down with the process.
            then(this::begin);
        } else if (protocol.checksLoadsOnArrival() && !protocol.allows(asOf, gateway.now())) {
            again();
        } else {
            judge(version);
        }
    }

    private void judge(MenuVersion answered) {
        long version = answered.number();
        long outdated = database.outdatedAt(restaurant, version);
        if (world.now() - outdated > BOUND) {
            throw new Violation("4: " + name + " is shown " + version + " of " + restaurant + " "
                    + (world.now() - outdated) / 1000 + " ms after it was outdated");
        }
        if (answered.isOlderThan(least)) {
            throw new Violation("5: " + name + " is shown " + version + ", wanted " + least);
        }
        if (restarts != gateway.restarts()) {
            restarts = gateway.restarts();
            Arrays.fill(shown, 0);
        }
        if (version < shown[restaurant]) {
            throw new Violation("3: " + name + " is shown " + version + " of " + restaurant
                    + " after " + shown[restaurant]);
        }
        shown[restaurant] = version;
        tally.worst = Math.max(tally.worst, world.now() - outdated);
        if (world.isCalm()) {
            tally.calmReads++;
            tally.calmNewest += version == database.version(restaurant) ? 1 : 0;
        }
        then(this::begin);
    }
}
