package carte.simulation;

import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.menu.MenuVersion;
import carte.gateway.edge.Floor;
import carte.gateway.edge.Followed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway: what it keeps, and the one process that follows the log for it. */
final class Gateway extends Actor {

    private static final long SEEN_FOR = 4_000_000;

    private final Database database;
    private final MenuLog log;
    private final Protocol protocol;
    private final ProcessClock own;
    private final DatabaseClock clock;
    private final Map<Integer, Kept> menus = new HashMap<>();
    private final Map<Integer, Floor> floors = new HashMap<>();
    private final Map<Integer, Seen> seen = new HashMap<>();
    private final @Nullable Followed[] followed = new Followed[World.PARTITIONS];
    private final long[] flooredAt = new long[World.RESTAURANTS];
    private final int[] positions = new int[World.PARTITIONS];
    private final List<Customer> customers = new ArrayList<>();
    private int partition;
    private int locked = -1;
    private int restarts;
    private long cutOffUntil;

    Gateway(World world, int number, Database database, MenuLog log, Protocol protocol) {
        super(world, "gateway-" + number);
        this.database = database;
        this.log = log;
        this.protocol = protocol;
        this.own = new ProcessClock(world);
        this.clock = own.ofDatabase();
    }

    record Kept(MenuVersion version, Instant loadedAsOf) {}

    private record Seen(MenuVersion version, long end) {}

    /** Comes up, or has lost its place: nothing ahead of the log's end will ever be seen. */
    @Override
    void begin() {
        for (int each = 0; each < World.PARTITIONS; each++) {
            positions[each] = log.end(each);
            missed(each);
        }
        then(this::poll);
    }

    void restart() {
        menus.clear();
        floors.clear();
        seen.clear();
        locked = -1;
        restarts++;
        begin();
        world.note(name, 1, () -> "begins anew");
    }

    /** The log does not go on where it was left. */
    void losePlace() {
        if (protocol.startsOverWhenItsPlaceIsLost()) {
            begin();
        } else {
            for (int each = 0; each < World.PARTITIONS; each++) {
                positions[each] = log.end(each);
            }
        }
    }

    void cutOffFor(long micros) {
        cutOffUntil = world.now() + micros;
    }

    /** Nothing arrives, neither from the log nor from services. */
    void hangFor(long micros) {
        cutOffFor(micros);
        customers.forEach(each -> each.freezeFor(micros));
    }

    void serve(Customer customer) {
        customers.add(customer);
    }

    int restarts() {
        return restarts;
    }

    Instant now() {
        return protocol.latest(clock, own);
    }

    Moment moment() {
        return clock.moment();
    }

    void answered(Moment asked, Instant latest) {
        clock.answered(protocol.countsFromTheAsking() ? asked : moment(), latest);
    }

    private void missed(int each) {
        followed[each] = null;
        floors.keySet().removeIf(restaurant -> World.partitionOf(restaurant) == each);
        menus.keySet().removeIf(restaurant -> World.partitionOf(restaurant) == each);
    }

    private void poll() {
        partition = (partition + 1) % World.PARTITIONS;
        boolean reachable = log.isUp() && (world.isCalm() || world.now() >= cutOffUntil);
        if (!reachable || positions[partition] >= log.end(partition)) {
            thenAfter(world.upTo(2_000), this::poll);
            return;
        }
        MenuLog.Entry record = log.at(partition, positions[partition]++);
        clock.heard(CacheEntryCodec.fromMicros(record.time()));
        if (record.isWatermark()) {
            watermark(record);
        } else {
            Floor floor = new Floor(new MenuVersion(record.version()),
                    CacheEntryCodec.fromMicros(record.foundAt()));
            noteSeen(record.restaurant(), new MenuVersion(record.version()));
            floors.merge(record.restaurant(), floor, Floor::and);
            flooredAt[record.restaurant()] = world.now();
            then(() -> change(record));
        }
    }

    private void watermark(MenuLog.Entry record) {
        Instant time = CacheEntryCodec.fromMicros(record.time());
        Followed before = followed[partition];
        followed[partition] = before == null
                ? protocol.follow(CacheEntryCodec.fromMicros(record.foundAt()), time)
                : before.to(time);
        then(() -> endFloors(partition));
    }

    private void endFloors(int ended) {
        Followed now = followed[ended];
        if (now != null) {
            floors.entrySet().removeIf(each -> World.partitionOf(each.getKey()) == ended
                    && protocol.floorHasEnded(each.getValue(), now));
        }
        then(this::poll);
    }

    private void change(MenuLog.Entry record) {
        int restaurant = record.restaurant();
        if (locked == restaurant && protocol.changesWaitForLoads()) {
            return;
        }
        MenuVersion version = new MenuVersion(record.version());
        Kept held = menus.get(restaurant);
        if (held != null && held.version().isOlderThan(version)) {
            if (record.version() % 5 == 0) {
                menus.remove(restaurant);
            } else {
                menus.put(restaurant,
                        new Kept(version, CacheEntryCodec.fromMicros(record.time())));
            }
        }
        then(this::poll);
    }

    @Nullable
    Kept find(int restaurant) {
        return menus.get(restaurant);
    }

    Instant asOf(int restaurant, Kept kept) {
        return protocol.asOf(kept.loadedAsOf(), followed[World.partitionOf(restaurant)]);
    }

    /** Drops a menu to make room, as a cache that is bounded by bytes does. */
    void evict(int restaurant) {
        menus.remove(restaurant);
    }

    MenuVersion newestKnown(int restaurant) {
        MenuVersion newest = MenuVersion.NONE;
        if (protocol.asksForWhatItKnows()) {
            Kept kept = menus.get(restaurant);
            Floor floor = floors.get(restaurant);
            newest = kept == null ? newest : newer(newest, kept.version());
            newest = floor == null ? newest : newer(newest, floor.version());
            newest = newer(newest, newestSeen(restaurant));
        }
        return newest;
    }

    private MenuVersion newestSeen(int restaurant) {
        Seen newest = seen.get(restaurant);
        return newest == null || newest.end() < world.now()
                ? MenuVersion.NONE
                : newest.version();
    }

    private void noteSeen(int restaurant, MenuVersion version) {
        seen.put(restaurant, new Seen(newer(newestSeen(restaurant), version),
                world.now() + SEEN_FOR));
    }

    private static MenuVersion newer(MenuVersion one, MenuVersion other) {
        return one.isOlderThan(other) ? other : one;
    }

    boolean lock(int restaurant) {
        if (locked >= 0) {
            return false;
        }
        locked = restaurant;
        return true;
    }

    /** What is known of a restaurant as a loaded menu of it is about to be kept. */
    record Known(MenuVersion newest, @Nullable Floor floor) {}

    Known known(int restaurant, MenuVersion loaded) {
        noteSeen(restaurant, loaded);
        return new Known(newestSeen(restaurant),
                protocol.floorStands(world.now() - flooredAt[restaurant])
                        ? floors.get(restaurant)
                        : null);
    }

    /** Keeps a loaded menu if that is safe, by what was known a moment ago. */
    void offer(int restaurant, MenuVersion version, Instant asOf, Known known) {
        locked = -1;
        Kept held = menus.get(restaurant);
        boolean keep = !version.isOlderThan(known.newest())
                && protocol.mayKeep(version, asOf, held == null ? null : held.version(),
                        known.floor(),
                        followed[World.partitionOf(restaurant)]);
        if (!keep) {
            if (held != null && held.version().isOlderThan(version)) {
                menus.remove(restaurant);
            }
        } else if (held == null || held.version().isOlderThan(version)
                || held.loadedAsOf().isBefore(asOf)) {
            if (held != null && version.isOlderThan(held.version())) {
                throw new Violation("3: " + name + " replaces " + held + " by " + version);
            }
            menus.put(restaurant, new Kept(version, asOf));
        }
    }

    /** What is claimed of the kept menus must be true. */
    void check() {
        menus.forEach((restaurant, kept) -> {
            long asOf = CacheEntryCodec.toMicros(asOf(restaurant, kept));
            if (database.outdatedAt(restaurant, kept.version().number()) < asOf) {
                throw new Violation("7: " + name + " keeps " + kept.version() + " of " + restaurant
                        + " as of " + asOf + ", when it was outdated");
            }
        });
    }
}
