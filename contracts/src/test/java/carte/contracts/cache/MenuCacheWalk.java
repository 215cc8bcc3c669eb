package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Does the same random operations on two caches and compares each answer, and holds both to what
 * must be true of any cache: once a version was applied, nothing older is ever read again.
 *
 * <p>The caches' clocks need not agree. All times are far before or far after the walk, whatever
 * clock looks at them, and entries live longer than it.
 */
public final class MenuCacheWalk {

    /** Lives long enough for any walk, with a deadline that only one of its times is past. */
    public static final CacheTimings TIMINGS = new CacheTimings(
            Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(2), Duration.ofDays(1));

    private static final int VERSIONS = 40;
    private static final Duration PAST_THE_DEADLINE = Duration.ofHours(3);
    private static final Duration AWAY_FROM_THE_WALK = Duration.ofMinutes(30);

    private final SplittableRandom random;
    private final Instant start;
    private final MenuCache first;
    private final MenuCache second;
    private final List<RestaurantId> restaurants = new ArrayList<>();
    private final Map<RestaurantId, MenuVersion> applied = new HashMap<>();

    /** Starts at {@code start} by the clocks of both caches, more or less. */
    public MenuCacheWalk(long seed, Instant start, MenuCache first, MenuCache second) {
        this.random = new SplittableRandom(seed);
        this.start = start;
        this.first = first;
        this.second = second;
        for (int i = 0; i < 4; i++) {
            restaurants.add(Menus.freshRestaurant());
        }
    }

    /** Does so many operations; throws {@link AssertionError} at the first difference. */
    public void run(int operations) {
        for (int i = 0; i < operations; i++) {
            RestaurantId id = restaurants.get(random.nextInt(restaurants.size()));
            Operation operation = nextOperation(id);
            String what = "operation " + i + ", " + operation;
            assertThat(operation.on(second)).as(what).isEqualTo(operation.on(first));
            CacheEntry held = first.read(id, "west").map(CachedMenu::entry).block();
            assertThat(describe(second.read(id, "west").map(CachedMenu::entry).block()))
                    .as("held after %s", what)
                    .isEqualTo(describe(held));
            requireNothingOlderThanApplied(id, held, what);
        }
    }

    private Operation nextOperation(RestaurantId id) {
        MenuVersion version = new MenuVersion(1 + random.nextInt(VERSIONS));
        return switch (random.nextInt(20)) {
            case 0 -> new Evict(id);
            case 1, 2 -> new Fill(id, new CacheEntry.Absent(time()));
            case 3 -> apply(id, version, null);
            case 4, 5, 6, 7, 8 -> apply(id, version, menu(id, version));
            default -> new Fill(id, new CacheEntry.Value(version, time(), menu(id, version)));
        };
    }

    private Operation apply(RestaurantId id, MenuVersion version, @Nullable CompressedMenu menu) {
        applied.merge(id, version, (a, b) -> a.isOlderThan(b) ? b : a);
        return new Apply(id, version, menu, time());
    }

    private Instant time() {
        Duration step = Duration.ofSeconds(random.nextInt(60));
        return switch (random.nextInt(8)) {
            case 0 -> start.minus(PAST_THE_DEADLINE).plus(step);
            case 1, 2, 3 -> start.minus(AWAY_FROM_THE_WALK).minus(step);
            default -> start.plus(AWAY_FROM_THE_WALK).plus(step);
        };
    }

    private void requireNothingOlderThanApplied(
            RestaurantId id, @Nullable CacheEntry held, String what) {
        MenuVersion newest = applied.getOrDefault(id, MenuVersion.NONE);
        MenuVersion found = held == null ? MenuVersion.NONE : held.version();
        assertThat(found).as("version of %s after %s", held, what)
                .isGreaterThanOrEqualTo(newest);
    }

    /** The moment of an eviction differs between the clocks, and is the only one near the walk. */
    private Object describe(@Nullable CacheEntry entry) {
        if (entry == null) {
            return "nothing";
        }
        Duration distance = Duration.between(start, entry.readAt()).abs();
        return distance.compareTo(AWAY_FROM_THE_WALK) < 0
                ? "evicted at version " + entry.version()
                : entry;
    }

    private static CompressedMenu menu(RestaurantId id, MenuVersion version) {
        return MenuJson.of(Menus.menu(id, version.number(), Menus.PUBLISHED)).compress();
    }

    private sealed interface Operation {

        @Nullable
        Object on(MenuCache cache);
    }

    private record Fill(RestaurantId id, CacheEntry entry) implements Operation {

        @Override
        public @Nullable Object on(MenuCache cache) {
            return cache.fill(id, entry).block();
        }
    }

    private record Apply(
            RestaurantId id,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt) implements Operation {

        @Override
        public @Nullable Object on(MenuCache cache) {
            return cache.apply(id, version, menu, publishedAt, nextStep(cache, id)).block();
        }
    }

    private record Evict(RestaurantId id) implements Operation {

        @Override
        public @Nullable Object on(MenuCache cache) {
            return cache.evict(id, nextStep(cache, id)).block();
        }
    }

    private static LogStep nextStep(MenuCache cache, RestaurantId id) {
        long from = cache.offset(MenuTopic.partitionOf(id)).blockOptional().orElseThrow();
        return new LogStep(from, from + 1);
    }
}
