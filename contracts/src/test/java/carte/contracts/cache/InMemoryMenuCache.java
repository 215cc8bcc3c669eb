package carte.contracts.cache;

import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The {@link CacheRules} over a map: what every other cache is compared with. */
public class InMemoryMenuCache implements MenuCache {

    private final Map<RestaurantId, Held> entries = new HashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Map<String, Instant> watermarks = new HashMap<>();
    private final CacheTimings timings;
    private final Clock clock;
    private boolean reachable = true;

    /** Takes {@code clock} for the clock of the cache. */
    public InMemoryMenuCache(CacheTimings timings, Clock clock) {
        this.timings = timings;
        this.clock = clock;
    }

    /** From now on every call fails, until {@link #comeBack}. */
    public final synchronized void goAway() {
        reachable = false;
    }

    /** From now on calls succeed again; nothing was lost. */
    public final synchronized void comeBack() {
        reachable = true;
    }

    @Override
    public Mono<CachedMenu> read(RestaurantId id, String shard) {
        return atomically(() -> {
            CacheEntry held = held(id);
            return held == null
                    ? null
                    : new CachedMenu(held, watermarks.getOrDefault(
                            CacheKeys.watermark(MenuTopic.partitionOf(id), shard), Instant.EPOCH));
        });
    }

    @Override
    public Mono<FillOutcome> fill(RestaurantId id, CacheEntry read) {
        Duration lifetime = switch (read) {
            case CacheEntry.Value _ -> timings.timeToLive();
            case CacheEntry.Absent _ -> timings.absentTimeToLive();
            case CacheEntry.Floor _ ->
                throw new IllegalArgumentException("a floor is not what was read: " + read);
        };
        return atomically(() -> {
            FillOutcome outcome = judgeFill(held(id), read, clock.instant());
            if (outcome == FillOutcome.STORED) {
                hold(id, read, lifetime);
            }
            return outcome;
        });
    }

    @Override
    public Mono<ApplyOutcome> apply(
            RestaurantId id,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt,
            LogStep step) {
        return step(MenuTopic.partitionOf(id), step, () -> {
            CacheEntry held = held(id);
            ApplyOutcome outcome = judgeApply(held, version, menu != null);
            if (outcome != ApplyOutcome.ALREADY_APPLIED) {
                hold(id, CacheRules.afterApply(held, version, menu, publishedAt));
            }
            return outcome;
        });
    }

    @Override
    public Mono<ApplyOutcome> evict(RestaurantId id, LogStep step) {
        return step(MenuTopic.partitionOf(id), step, () -> {
            hold(id, CacheRules.afterEviction(held(id), clock.instant()));
            return ApplyOutcome.FLOORED;
        });
    }

    @Override
    public Mono<Long> offset(int partition) {
        return atomically(() -> offsets.getOrDefault(partition, NOTHING_APPLIED));
    }

    @Override
    public Mono<ApplyOutcome> advance(int partition, LogStep step, Watermark watermark) {
        return step(partition, step, () -> {
            watermarks.put(CacheKeys.watermark(partition, watermark.shard()), watermark.time());
            return ApplyOutcome.ALREADY_APPLIED;
        });
    }

    private Mono<ApplyOutcome> step(
            int partition, LogStep step, Supplier<ApplyOutcome> action) {
        return atomically(() -> {
            long offset = offsets.getOrDefault(partition, NOTHING_APPLIED);
            if (!mayStep(offset, step)) {
                return CacheRules.outcomeOfRefusedStep(offset, step);
            }
            offsets.put(partition, step.to());
            return action.get();
        });
    }

    /** Judges a step; overridden by caches that are wrong on purpose. */
    boolean mayStep(long offset, LogStep step) {
        return CacheRules.mayStep(offset, step);
    }

    /** Takes a partition back to an offset, as a roll-back does. */
    public final synchronized void goBackTo(int partition, long offset) {
        offsets.put(partition, offset);
    }

    /** Judges a fill; overridden by caches that are wrong on purpose. */
    FillOutcome judgeFill(@Nullable CacheEntry held, CacheEntry offered, Instant now) {
        return CacheRules.judgeFill(held, offered, now, timings);
    }

    /** Judges a change; overridden by caches that are wrong on purpose. */
    ApplyOutcome judgeApply(
            @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
        return CacheRules.judgeApply(held, version, carriesMenu);
    }

    /** Stores an entry, or not; overridden by caches that are wrong on purpose. */
    void hold(RestaurantId id, CacheEntry entry) {
        hold(id, entry, entry instanceof CacheEntry.Floor
                ? timings.floorLifetime()
                : timings.timeToLive());
    }

    /** Forgets an entry, which no true cache does before its time. */
    final void forget(RestaurantId id) {
        entries.remove(id);
    }

    private void hold(RestaurantId id, CacheEntry entry, Duration lifetime) {
        entries.put(id, new Held(entry, clock.instant().plus(lifetime)));
    }

    private @Nullable CacheEntry held(RestaurantId id) {
        Held held = entries.get(id);
        return held == null || !clock.instant().isBefore(held.end()) ? null : held.entry();
    }

    private <T> Mono<T> atomically(Supplier<? extends @Nullable T> action) {
        return Mono.defer(() -> {
            synchronized (this) {
                return reachable
                        ? Mono.justOrEmpty(action.get())
                        : Mono.error(new IllegalStateException("the cache is away"));
            }
        });
    }

    private record Held(CacheEntry entry, Instant end) {}
}
