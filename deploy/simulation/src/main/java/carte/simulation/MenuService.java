package carte.simulation;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A menu-service as far as readers see it; the steps of a read are those of its reader. */
final class MenuService {

    private final World world;
    private final Database database;
    private final Redis redis;
    private final Protocol protocol;
    private final ProcessClock own;
    private final DatabaseClock clock;

    MenuService(World world, Database database, Redis redis, Protocol protocol) {
        this.world = world;
        this.database = database;
        this.redis = redis;
        this.protocol = protocol;
        this.own = new ProcessClock(world);
        this.clock = own.ofDatabase();
    }

    /**
     * What a reader gets: version 0 stands for an unknown restaurant.
     *
     * @param latest what the service knows that the database's clock may show
     */
    record Answer(MenuVersion version, Instant asOf, Instant latest) {}

    Moment moment() {
        return clock.moment();
    }

    private Instant now() {
        return protocol.latest(clock, own);
    }

    /** Returns what Redis may answer with, or null. */
    @Nullable
    Answer fromRedis(int restaurant, MenuVersion least) {
        CachedMenu cached = redis.isUp()
                ? redis.slot(World.partitionOf(restaurant)).read(restaurant)
                : null;
        if (cached == null || cached.entry() instanceof CacheEntry.Floor
                || cached.entry().version().isOlderThan(least)) {
            return null;
        }
        clock.heard(cached.asOf());
        return protocol.allows(cached.asOf(), now())
                ? new Answer(cached.entry().version(), cached.asOf(), clock.now())
                : null;
    }

    /** Reads the primary's state of now for a statement that began at {@code readAt}. */
    Answer fromPrimary(int restaurant, Moment asked, long readAt) {
        long version = protocol.readsThePrimary()
                ? database.version(restaurant)
                : database.replicaVersion(restaurant);
        Instant time = CacheEntryCodec.fromMicros(readAt);
        clock.answered(protocol.countsFromTheAsking() ? asked : moment(), time);
        return new Answer(new MenuVersion(version), time, clock.now());
    }

    boolean isFresh(Answer answer) {
        return !protocol.checksLoadsOnArrival() || protocol.allows(answer.asOf(), now());
    }

    /** Sends what was read to Redis, where it may arrive much later. */
    void fill(int restaurant, Answer read) {
        CacheEntry entry = read.version().equals(MenuVersion.NONE)
                ? new CacheEntry.Absent(read.asOf())
                : new CacheEntry.Value(read.version(), read.asOf(), Protocol.MENU);
        Instant sentAt = CacheEntryCodec.fromMicros(world.now());
        redis.later(() -> redis.slot(World.partitionOf(restaurant))
                .fill(restaurant, entry, sentAt));
    }
}
