package carte.simulation;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheEntryCodec;
import carte.contracts.cache.CacheRules;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Redis holds of one partition; it can be wiped and set back as a whole. */
final class RedisSlot {

    private final World world;
    private final Database database;
    private final Protocol protocol;
    private final int partition;
    private final long skew;
    private Map<Integer, Held> entries = new HashMap<>();
    private long offset = MenuCache.NOTHING_APPLIED;
    private Instant watermark = Instant.EPOCH;
    private @Nullable RedisSlot snapshot;

    RedisSlot(World world, Database database, Protocol protocol, int partition, long skew) {
        this.world = world;
        this.database = database;
        this.protocol = protocol;
        this.partition = partition;
        this.skew = skew;
    }

    private record Held(CacheEntry entry, long end) {}

    private long clock() {
        return world.now() + skew;
    }

    private @Nullable CacheEntry held(int restaurant) {
        Held held = entries.get(restaurant);
        return held == null || held.end() <= clock() ? null : held.entry();
    }

    private void hold(int restaurant, @Nullable CacheEntry entry, long micros) {
        CacheEntry before = held(restaurant);
        if (entry == null) {
            entries.remove(restaurant);
            return;
        }
        if (before != null && entry.version().isOlderThan(before.version())) {
            throw new Violation("3: Redis replaces " + before + " by " + entry);
        }
        entries.put(restaurant, new Held(entry, clock() + micros));
    }

    @Nullable
    CachedMenu read(int restaurant) {
        CacheEntry entry = held(restaurant);
        return entry == null ? null : new CachedMenu(entry, watermark);
    }

    void fill(int restaurant, CacheEntry read, Instant sentAt) {
        FillOutcome outcome = protocol.judgeFill(held(restaurant), read,
                CacheEntryCodec.fromMicros(clock()), sentAt);
        if (outcome == FillOutcome.STORED) {
            hold(restaurant, read, 600_000_000);
        }
    }

    ApplyOutcome apply(MenuLog.Entry change, boolean carriesMenu, LogStep step) {
        boolean takes = protocol.mayStep(offset, step);
        if (!takes && protocol.stepsWithEachRecord()) {
            return CacheRules.outcomeOfRefusedStep(offset, step);
        }
        MenuVersion version = new MenuVersion(change.version());
        CacheEntry held = held(change.restaurant());
        ApplyOutcome outcome = protocol.judgeApply(held, version, carriesMenu);
        if (outcome != ApplyOutcome.ALREADY_APPLIED) {
            CacheEntry after = protocol.afterApply(
                    held, version, carriesMenu, CacheEntryCodec.fromMicros(change.time()));
            hold(change.restaurant(), after, after instanceof CacheEntry.Floor
                    ? protocol.floorLifetimeMicros()
                    : 600_000_000);
        }
        if (protocol.stepsWithEachRecord()) {
            offset = step.to();
        }
        return outcome;
    }

    long offset() {
        return offset;
    }

    ApplyOutcome advance(LogStep step, long time) {
        if (!protocol.mayStep(offset, step)) {
            return CacheRules.outcomeOfRefusedStep(offset, step);
        }
        offset = step.to();
        watermark = CacheEntryCodec.fromMicros(time);
        return ApplyOutcome.ALREADY_APPLIED;
    }

    void takeSnapshot() {
        snapshot = copy();
    }

    /** Sets everything back to the last snapshot, or to nothing. */
    void goBack(boolean wiped) {
        RedisSlot to = wiped ? null : snapshot;
        long kept = offset;
        entries = to == null ? new HashMap<>() : new HashMap<>(to.entries);
        watermark = to == null ? Instant.EPOCH : to.watermark;
        offset = to == null ? MenuCache.NOTHING_APPLIED : to.offset;
        if (!protocol.offsetIsRolledBackWithTheEntries()) {
            offset = kept;
        }
    }

    private RedisSlot copy() {
        RedisSlot copy = new RedisSlot(world, database, protocol, partition, skew);
        copy.entries = new HashMap<>(entries);
        copy.offset = offset;
        copy.watermark = watermark;
        return copy;
    }

    /** What the watermark says must be true of all that is served. */
    void check() {
        long time = CacheEntryCodec.toMicros(watermark);
        entries.forEach((restaurant, each) -> {
            boolean served = !(each.entry() instanceof CacheEntry.Floor);
            long version = each.entry().version().number();
            if (served && each.end() > clock()
                    && database.outdatedAt(restaurant, version) < time) {
                throw new Violation("7: Redis holds " + version + " of " + restaurant
                        + ", which was outdated before its watermark");
            }
        });
    }
}
