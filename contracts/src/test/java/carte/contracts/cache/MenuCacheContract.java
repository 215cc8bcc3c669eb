package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MenuCache} does, whatever it is made of. */
public abstract class MenuCacheContract {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** Lives so long that nothing ends while a case runs. */
    private static final CacheTimings LASTING = new CacheTimings(
            Duration.ofHours(1), Duration.ofHours(1), DEADLINE, Duration.ofHours(1));

    /** Lives so shortly that a case can wait for the end. */
    private static final CacheTimings FLEETING = new CacheTimings(
            Duration.ofMillis(40),
            Duration.ofMillis(40),
            Duration.ofMillis(20),
            Duration.ofMillis(40));

    private final RestaurantId id = Menus.freshRestaurant();
    private final String shard = "of-" + id;
    private MenuCache cache;
    private Instant start;

    /** Returns a cache; all caches of one case may share what they hold. */
    protected abstract MenuCache cache(CacheTimings timings);

    /** Returns the time by the cache's own clock. */
    protected abstract Instant now();

    /** Returns once the cache's clock has gone on by {@code duration}. */
    protected abstract void letPass(Duration duration);

    @BeforeEach
    final void begin() {
        cache = cache(LASTING);
        start = now();
    }

    @Test
    void fillStoresAndReads() {
        assertThat(read()).isNull();
        assertThat(fill(7, start)).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(value(7, start));
    }

    @Test
    void keepsRestaurantsApart() {
        fill(7, start);
        RestaurantId other = Menus.freshRestaurant();
        assertThat(cache.read(other, "west").map(CachedMenu::entry).block()).isNull();
        evict(other);
        assertThat(read()).isEqualTo(value(7, start));
    }

    @Test
    void refusesFillOlderThanFloor() {
        assertThat(apply(8, start)).isEqualTo(ApplyOutcome.FLOORED);
        assertThat(fill(7, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(read()).isEqualTo(floor(8, start));
    }

    @Test
    void acceptsFillOfTheFlooredVersion() {
        apply(8, start);
        assertThat(fill(8, start)).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(value(8, start));
    }

    @Test
    void refusesSlowFillOfAnOldVersionAfterAnInvalidation() {
        CacheEntry.Value readFromTheDatabase = value(1, start);
        apply(2, start.plus(MOMENT));
        assertThat(fill(readFromTheDatabase)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(read()).isNotInstanceOf(CacheEntry.Value.class);
    }

    @Test
    void refusesFillOlderThanWhatIsHeld() {
        fill(8, start);
        assertThat(fill(7, start.plus(MOMENT))).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(read()).isEqualTo(value(8, start));
    }

    @Test
    void acceptsNewerFill() {
        fill(7, start);
        assertThat(fill(8, start.minus(MOMENT))).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(value(8, start.minus(MOMENT)));
    }

    @Test
    void sameVersionReadLaterMovesReadAt() {
        fill(7, start);
        assertThat(fill(7, start.plus(MOMENT))).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(value(7, start.plus(MOMENT)));
    }

    @Test
    void sameVersionReadEarlierIsRefused() {
        fill(7, start);
        assertThat(fill(7, start.minus(MOMENT))).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(read()).isEqualTo(value(7, start));
    }

    @Test
    void sameFillTwiceIsHarmless() {
        fill(7, start);
        assertThat(fill(7, start)).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(value(7, start));
    }

    @Test
    void fillPastTheDeadlineIsRefusedByTheCachesOwnClock() {
        Instant tooEarly = start.minus(DEADLINE).minus(MOMENT);
        assertThat(fill(7, tooEarly)).isEqualTo(FillOutcome.REFUSED_AS_LATE);
        assertThat(fill(new CacheEntry.Absent(tooEarly))).isEqualTo(FillOutcome.REFUSED_AS_LATE);
        assertThat(read()).isNull();
    }

    @Test
    void fillWithinTheDeadlineIsStored() {
        Instant halfTheDeadlineAgo = start.minus(DEADLINE.dividedBy(2));
        assertThat(fill(7, halfTheDeadlineAgo)).isEqualTo(FillOutcome.STORED);
    }

    @Test
    void aFloorIsNoFill() {
        assertThatThrownBy(() -> fill(floor(7, start)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void applyRefreshesWhatIsPresent() {
        fill(7, start);
        assertThat(apply(8, start.plus(MOMENT))).isEqualTo(ApplyOutcome.REFRESHED);
        assertThat(read()).isEqualTo(value(8, start.plus(MOMENT)));
    }

    @Test
    void applyFloorsWhatIsNot() {
        assertThat(apply(8, start)).isEqualTo(ApplyOutcome.FLOORED);
        assertThat(read()).isEqualTo(floor(8, start));
    }

    @Test
    void applyRaisesFloor() {
        apply(8, start);
        assertThat(apply(9, start.plus(MOMENT))).isEqualTo(ApplyOutcome.FLOORED);
        assertThat(read()).isEqualTo(floor(9, start.plus(MOMENT)));
    }

    @Test
    void applyIsIdempotent() {
        fill(7, start);
        apply(8, start.plus(MOMENT));
        assertThat(apply(8, start.plus(MOMENT))).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(read()).isEqualTo(value(8, start.plus(MOMENT)));
    }

    @Test
    void applyIgnoresOldVersions() {
        fill(8, start);
        assertThat(apply(7, start.plus(MOMENT))).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(read()).isEqualTo(value(8, start));
    }

    @Test
    void applyDoesNotLowerFloor() {
        apply(8, start);
        assertThat(apply(7, start.plus(MOMENT))).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(read()).isEqualTo(floor(8, start));
    }

    @Test
    void applyIsNotBoundByTheFillDeadline() {
        fill(7, start);
        Instant longAgo = start.minus(DEADLINE.multipliedBy(10));
        assertThat(apply(8, longAgo)).isEqualTo(ApplyOutcome.REFRESHED);
    }

    @Test
    void applyWithoutMenuEvictsButKeepsFloor() {
        fill(7, start);
        assertThat(applyWithoutMenu(8, start.plus(MOMENT))).isEqualTo(ApplyOutcome.FLOORED);
        assertThat(read()).isEqualTo(floor(8, start.plus(MOMENT)));
        assertThat(fill(7, start.plus(MOMENT))).isEqualTo(FillOutcome.REFUSED_AS_OLD);
    }

    @Test
    void absentIsCachedAndReplacedWhenTheRestaurantAppears() {
        var absent = new CacheEntry.Absent(start);
        assertThat(fill(absent)).isEqualTo(FillOutcome.STORED);
        assertThat(read()).isEqualTo(absent);
        assertThat(apply(1, start.plus(MOMENT))).isEqualTo(ApplyOutcome.REFRESHED);
        assertThat(read()).isEqualTo(value(1, start.plus(MOMENT)));
    }

    @Test
    void absentDoesNotReplaceWhatAppeared() {
        apply(1, start);
        assertThat(fill(new CacheEntry.Absent(start.plus(MOMENT))))
                .isEqualTo(FillOutcome.REFUSED_AS_OLD);
    }

    @Test
    void evictRefusesFillsReadBefore() {
        fill(7, start);
        letPass(MOMENT);
        evict(id);
        assertThat(read()).isInstanceOf(CacheEntry.Floor.class);
        assertThat(fill(7, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(fill(8, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(fill(7, now().plus(MOMENT))).isEqualTo(FillOutcome.STORED);
    }

    @Test
    void evictKeepsTheVersion() {
        fill(7, start);
        evict(id);
        assertThat(fill(6, now().plus(MOMENT))).isEqualTo(FillOutcome.REFUSED_AS_OLD);
    }

    @Test
    void evictOfNothingStillRefusesFillsReadBefore() {
        letPass(MOMENT);
        evict(id);
        assertThat(fill(7, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(fill(new CacheEntry.Absent(start))).isEqualTo(FillOutcome.REFUSED_AS_OLD);
    }

    @Test
    void floorsOfLaterEvictionSurviveApply() {
        letPass(MOMENT);
        evict(id);
        assertThat(apply(8, start)).isEqualTo(ApplyOutcome.FLOORED);
        assertThat(fill(8, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(fill(8, now().plus(MOMENT))).isEqualTo(FillOutcome.STORED);
    }

    @Test
    void tellsLargeVersionsApart() {
        long large = 1L << 31;
        long larger = (1L << 53) - 2;
        fill(large, start);
        assertThat(fill(large - 1, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(apply(large + 1, start)).isEqualTo(ApplyOutcome.REFRESHED);
        assertThat(apply(larger, start)).isEqualTo(ApplyOutcome.REFRESHED);
        assertThat(apply(larger, start)).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(fill(larger - 1, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(apply(larger + 1, start)).isEqualTo(ApplyOutcome.REFRESHED);
        assertThat(read()).isEqualTo(value(larger + 1, start));
    }

    @Test
    void tellsMicrosecondsApart() {
        Instant aMicrosecondLater = start.plusNanos(1_000);
        fill(7, aMicrosecondLater);
        assertThat(fill(7, start)).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(read()).isEqualTo(value(7, aMicrosecondLater));
    }

    @Test
    void eachStepTakesTheOffsetAlong() {
        int partition = MenuTopic.partitionOf(id);
        long from = offset(partition);
        apply(8, start);
        assertThat(offset(partition)).isEqualTo(from + 2);
        evict(id);
        assertThat(offset(partition)).isEqualTo(from + 4);
        assertThat(advance(new LogStep(from + 4, from + 5), start))
                .isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(offset(partition)).isEqualTo(from + 5);
    }

    @Test
    void aCacheThatIsElsewhereTakesNoStep() {
        fill(7, start);
        int partition = MenuTopic.partitionOf(id);
        long from = offset(partition);
        LogStep gap = new LogStep(from + 1, from + 3);
        MenuVersion eight = new MenuVersion(8);
        assertThat(cache.apply(id, eight, null, start, gap).block())
                .isEqualTo(ApplyOutcome.ELSEWHERE);
        assertThat(cache.evict(id, gap).block()).isEqualTo(ApplyOutcome.ELSEWHERE);
        assertThat(advance(gap, now())).isEqualTo(ApplyOutcome.ELSEWHERE);
        assertThat(read()).isEqualTo(value(7, start));
        assertThat(offset(partition)).isEqualTo(from);
        assertThat(watermark(shard)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aStepThatWasTakenIsNotTakenTwice() {
        fill(7, start);
        LogStep step = nextStep(id);
        evict(id);
        assertThat(cache.evict(id, step).block()).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(cache.apply(id, new MenuVersion(9), null, start, step).block())
                .isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(read()).extracting(CacheEntry::version).isEqualTo(new MenuVersion(7));
        assertThat(advance(step, start)).isEqualTo(ApplyOutcome.ALREADY_APPLIED);
        assertThat(watermark(shard)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void readsTheWatermarkOfItsShardWithTheEntry() {
        fill(7, start);
        assertThat(watermark(shard)).isEqualTo(Instant.EPOCH);
        LogStep step = nextStep(id);
        advance(step, start.plus(MOMENT));
        assertThat(watermark(shard)).isEqualTo(start.plus(MOMENT));
        assertThat(watermark("another")).isEqualTo(Instant.EPOCH);
        advance(nextStep(id), start);
        assertThat(watermark(shard)).as("what the last one says, even if it is less")
                .isEqualTo(start);
    }

    private @Nullable ApplyOutcome advance(LogStep step, Instant time) {
        return cache.advance(MenuTopic.partitionOf(id), step, new Watermark(shard, time)).block();
    }

    private @Nullable Instant watermark(String shard) {
        return cache.read(id, shard).map(CachedMenu::watermark).block();
    }

    @Test
    void everythingEndsAfterItsTime() {
        cache = cache(FLEETING);
        assertThat(fill(7, now().plusSeconds(1))).isEqualTo(FillOutcome.STORED);
        letPass(FLEETING.timeToLive().multipliedBy(2));
        assertThat(read()).isNull();
        apply(8, start);
        letPass(FLEETING.floorLifetime().multipliedBy(2));
        assertThat(read()).isNull();
        evict(id);
        letPass(FLEETING.floorLifetime().multipliedBy(2));
        assertThat(read()).isNull();
    }

    private @Nullable CacheEntry read() {
        return cache.read(id, "west").map(CachedMenu::entry).block();
    }

    private @Nullable FillOutcome fill(long version, Instant readAt) {
        return fill(value(version, readAt));
    }

    private @Nullable FillOutcome fill(CacheEntry entry) {
        return cache.fill(id, entry).block();
    }

    private @Nullable ApplyOutcome apply(long version, Instant publishedAt) {
        CompressedMenu menu = value(version, publishedAt).menu();
        return cache.apply(id, new MenuVersion(version), menu, publishedAt, nextStep(id)).block();
    }

    private @Nullable ApplyOutcome applyWithoutMenu(long version, Instant publishedAt) {
        return cache.apply(id, new MenuVersion(version), null, publishedAt, nextStep(id)).block();
    }

    private void evict(RestaurantId restaurant) {
        cache.evict(restaurant, nextStep(restaurant)).block();
    }

    private CacheEntry.Value value(long version, Instant readAt) {
        return new CacheEntry.Value(
                new MenuVersion(version),
                readAt,
                MenuJson.of(Menus.menu(id, version, Menus.PUBLISHED)).compress());
    }

    private static CacheEntry.Floor floor(long version, Instant readAt) {
        return new CacheEntry.Floor(new MenuVersion(version), readAt);
    }

    private LogStep nextStep(RestaurantId restaurant) {
        long from = offset(MenuTopic.partitionOf(restaurant));
        return new LogStep(from, from + 2);
    }

    private long offset(int partition) {
        return cache.offset(partition).blockOptional().orElseThrow();
    }
}
