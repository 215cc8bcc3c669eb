package carte.gateway.edge;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.log.MenuLogSubscriber;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The menus that this gateway keeps, by {@link EdgeRules}. What the log says comes from one thread,
 * in the log's order; menus are found and offered from any thread.
 */
final class EdgeCache implements MenuLogSubscriber {

    private static final long MOST_SEEN = 100_000;

    private final DatabaseClocks clocks;
    private final Duration fillDeadline;
    private final Cache<String, EdgeMenu> menus;
    private final Cache<String, MenuVersion> seen;
    private final Map<Fill, LongAdder> fills = new EnumMap<>(Fill.class);
    private final ConcurrentMap<String, Floor> floors = new ConcurrentHashMap<>();
    private final ConcurrentMap<TrackKey, Track> tracks = new ConcurrentHashMap<>();
    // Of the log's thread only.
    private final Map<TrackKey, Queue<Floored>> endings = new HashMap<>();

    EdgeCache(EdgeSettings settings, Freshness freshness, DatabaseClocks clocks) {
        this.clocks = clocks;
        for (Fill fill : Fill.values()) {
            fills.put(fill, new LongAdder());
        }
        // After the bound nobody is answered with less in any case.
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(freshness.bound().multipliedBy(2))
                .maximumSize(MOST_SEEN)
                .build();
        this.fillDeadline = settings.fillDeadline();
        this.menus = Caffeine.newBuilder()
                .maximumWeight(settings.cacheBytes().toBytes())
                .weigher((String _, EdgeMenu menu) -> menu.weight())
                .build();
    }

    private record TrackKey(int partition, String shard) {}

    private record Floored(String id, Instant foundAt) {}

    /** Returns the menu that is kept, however old; null if there is none. */
    @Nullable
    EdgeMenu find(String id) {
        return menus.getIfPresent(id);
    }

    /** A menu, and the time as of which it was known to be the newest while it was kept. */
    record Vouched(EdgeMenu menu, Instant asOf) {}

    /** Returns the menu that is kept with what the log says of it; null if there is none. */
    @Nullable
    Vouched vouched(String id) {
        EdgeMenu held = menus.getIfPresent(id);
        while (held != null) {
            Instant asOf = held.asOf();
            // The watermark speaks of what is kept: one that came with a change does not of this.
            EdgeMenu still = menus.getIfPresent(id);
            if (still == held) {
                Floor floor = floors.get(id);
                return floor != null && held.version().isOlderThan(floor.version())
                        ? null
                        : new Vouched(held, asOf);
            }
            held = still;
        }
        return null;
    }

    /** Returns the newest version that this gateway knows to exist. */
    MenuVersion newestKnown(String id) {
        EdgeMenu held = menus.getIfPresent(id);
        Floor floor = floors.get(id);
        MenuVersion newest = held == null ? MenuVersion.NONE : held.version();
        newest = floor == null ? newest : newer(newest, floor.version());
        MenuVersion loaded = seen.getIfPresent(id);
        return loaded == null ? newest : newer(newest, loaded);
    }

    private MenuVersion noteSeen(String id, MenuVersion version) {
        return seen.asMap().merge(id, version, EdgeCache::newer);
    }

    private static MenuVersion newer(MenuVersion one, MenuVersion other) {
        return one.isOlderThan(other) ? other : one;
    }

    /** Returns how far the log is followed for a restaurant. */
    Track track(RestaurantId id, String shard) {
        return track(new TrackKey(MenuTopic.partitionOf(id), shard));
    }

    private Track track(TrackKey key) {
        return tracks.computeIfAbsent(key, _ -> new Track(clocks.of(key.shard())));
    }

    /** Keeps a menu that was loaded, if that is safe. */
    void offer(EdgeMenu loaded) {
        String id = loaded.id().value();
        // Whether or not it is kept: no reader is answered with less after this.
        MenuVersion newest = noteSeen(id, loaded.version());
        menus.asMap().compute(id, (_, held) -> {
            // The floor first: one that has ended in between has left its trace in the watermark.
            Floor floor = floors.get(id);
            Followed followed = loaded.track().followed();
            boolean keep = !loaded.version().isOlderThan(newest)
                    && EdgeRules.mayKeep(loaded.version(), loaded.loadedAsOf(),
                            held == null ? null : held.version(), floor, followed, fillDeadline);
            boolean fresher = held == null || held.version().isOlderThan(loaded.version())
                    || held.loadedAsOf().isBefore(loaded.loadedAsOf());
            count(keep, newest, floor, loaded);
            if (keep) {
                return fresher ? loaded : held;
            }
            // A newer menu that cannot be kept still outdates the one that is.
            return held != null && held.version().isOlderThan(loaded.version()) ? null : held;
        });
    }

    private void count(
            boolean kept, MenuVersion newest, @Nullable Floor floor, EdgeMenu loaded) {
        boolean outdated = loaded.version().isOlderThan(newest)
                || (floor != null && loaded.version().isOlderThan(floor.version()));
        Fill fill = outdated ? Fill.FLOORED : Fill.REFUSED;
        Objects.requireNonNull(fills.get(kept ? Fill.KEPT : fill)).increment();
    }

    /** Returns how many loaded menus have met this fate. */
    long fills(Fill fill) {
        return Objects.requireNonNull(fills.get(fill)).sum();
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        TrackKey key = new TrackKey(MenuTopic.partitionOf(change.restaurantId()), change.shard());
        String id = change.restaurantId().value();
        // Outlives the floor where the log's place is lost.
        var _ = noteSeen(id, change.version());
        floor(key, id, new Floor(change.version(), foundAt));
        EdgeMenu held = menus.getIfPresent(id);
        EdgeMenu next = held != null && held.version().isOlderThan(change.version())
                ? ready(change, track(key))
                : null;
        // Not computeIfPresent: where nothing is kept it does not wait for an offer under way,
        // which has read the floors before this one stood.
        menus.asMap().compute(id,
                (_, now) -> now != null && now.version().isOlderThan(change.version())
                        ? next
                        : now);
    }

    private static @Nullable EdgeMenu ready(MenuChanged change, Track track) {
        MenuJson menu = change.menu();
        return menu == null
                ? null
                : new EdgeMenu(change.restaurantId(), change.version(), change.publishedAt(), track,
                        menu.compress());
    }

    @Override
    public void watermark(int partition, Watermark watermark, Instant foundAt) {
        TrackKey key = new TrackKey(partition, watermark.shard());
        Track track = track(key);
        track.watermark(foundAt, watermark.time());
        Followed followed = track.followed();
        Queue<Floored> waiting = endings.get(key);
        if (followed != null && waiting != null) {
            endFloors(waiting, followed);
        }
    }

    private void endFloors(Queue<Floored> waiting, Followed followed) {
        Iterator<Floored> each = waiting.iterator();
        while (each.hasNext()) {
            Floored next = each.next();
            Floor floor = floors.get(next.id());
            if (floor != null && !EdgeRules.hasEnded(floor, followed, fillDeadline)) {
                if (floor.foundAt().equals(next.foundAt())) {
                    return;
                }
                // Raised since: it stands further back in the queue again.
            } else {
                floors.remove(next.id());
            }
            each.remove();
        }
    }

    private void floor(TrackKey key, String id, Floor floor) {
        floors.merge(id, floor, Floor::and);
        endings.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(new Floored(id, floor.foundAt()));
    }

    @Override
    public void missed(int partition) {
        tracks.forEach((key, track) -> {
            if (key.partition() == partition) {
                track.startOver();
                endings.remove(key);
            }
        });
        floors.keySet().removeIf(id -> MenuTopic.partitionOf(id) == partition);
        menus.asMap().keySet().removeIf(id -> MenuTopic.partitionOf(id) == partition);
    }

    /** Returns about how many menus are kept. */
    long size() {
        return menus.estimatedSize();
    }
}
