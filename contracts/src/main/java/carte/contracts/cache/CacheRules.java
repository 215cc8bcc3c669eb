package carte.contracts.cache;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of the cache as pure functions; the Redis scripts make the same ones, and one
 * contract kit holds both to it.
 */
public final class CacheRules {

    private CacheRules() {}

    /**
     * Judges a fill where it lands.
     *
     * @param held what the cache holds, or null
     * @param offered a value or an absence
     * @param now by the cache's clock, never the filler's, who may have been frozen since it read
     */
    public static FillOutcome judgeFill(
            @Nullable CacheEntry held, CacheEntry offered, Instant now, CacheTimings timings) {
        if (offered.readAt().isBefore(now.minus(timings.fillDeadline()))) {
            return FillOutcome.REFUSED_AS_LATE;
        }
        if (held == null) {
            return FillOutcome.STORED;
        }
        boolean sameAge = offered.version().equals(held.version())
                || held instanceof CacheEntry.Floor;
        boolean older = offered.version().isOlderThan(held.version())
                || (sameAge && offered.readAt().isBefore(held.readAt()));
        return older ? FillOutcome.REFUSED_AS_OLD : FillOutcome.STORED;
    }

    /** Judges a change: {@code held} is what the cache holds, or null. */
    public static ApplyOutcome judgeApply(
            @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
        if (held != null && !held.version().isOlderThan(version)) {
            return ApplyOutcome.ALREADY_APPLIED;
        }
        boolean present = held != null && !(held instanceof CacheEntry.Floor);
        return present && carriesMenu ? ApplyOutcome.REFRESHED : ApplyOutcome.FLOORED;
    }

    /** Returns what stands after a change that was {@code REFRESHED} or {@code FLOORED}. */
    public static CacheEntry afterApply(
            @Nullable CacheEntry held,
            MenuVersion version,
            @Nullable CompressedMenu menu,
            Instant publishedAt) {
        boolean refreshed = judgeApply(held, version, menu != null) == ApplyOutcome.REFRESHED;
        if (refreshed && menu != null) {
            return new CacheEntry.Value(version, publishedAt, menu);
        }
        Instant since = held instanceof CacheEntry.Floor floor
                && floor.readAt().isAfter(publishedAt)
                        ? floor.readAt()
                        : publishedAt;
        return new CacheEntry.Floor(version, since);
    }

    /** Returns what stands after an eviction at {@code now}. */
    public static CacheEntry.Floor afterEviction(@Nullable CacheEntry held, Instant now) {
        return new CacheEntry.Floor(held == null ? MenuVersion.NONE : held.version(), now);
    }

    /**
     * Tells whether a consumer's step may be taken.
     *
     * @param offset that the cache holds for the partition, or {@link MenuCache#NOTHING_APPLIED}
     */
    public static boolean mayStep(long offset, LogStep step) {
        return offset == step.from();
    }

    /** Returns what is said of a step that may not be taken. */
    public static ApplyOutcome outcomeOfRefusedStep(long offset, LogStep step) {
        return offset == step.to() ? ApplyOutcome.ALREADY_APPLIED : ApplyOutcome.ELSEWHERE;
    }
}
