package carte.simulation;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheRules;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.Freshness;
import carte.contracts.cache.LogStep;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.gateway.edge.EdgeRules;
import carte.gateway.edge.Floor;
import carte.gateway.edge.Followed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every decision of the protocol. Here they are the ones that the services make; variants that are
 * wrong on purpose override one.
 */
class Protocol {

    static final Duration BOUND = Duration.ofSeconds(2);
    static final Duration FILL_DEADLINE = Duration.ofSeconds(5);

    /** Stands for all menus; only versions matter here. */
    static final CompressedMenu MENU = CompressedMenu.ofGzip(new byte[0]);

    private static final Freshness FRESHNESS = new Freshness(
            BOUND, Duration.ofMillis(100), Duration.ZERO);

    CacheTimings timings() {
        return new CacheTimings(Duration.ofMinutes(10), Duration.ofMinutes(1), FILL_DEADLINE,
                Duration.ofSeconds(10));
    }

    long floorLifetimeMicros() {
        return timings().floorLifetime().toNanos() / 1000;
    }

    FillOutcome judgeFill(
            @Nullable CacheEntry held, CacheEntry offered, Instant now, Instant sentAt) {
        return CacheRules.judgeFill(held, offered, now, timings());
    }

    ApplyOutcome judgeApply(@Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
        return CacheRules.judgeApply(held, version, carriesMenu);
    }

    /** Returns what stands after an applied change; null for nothing. */
    @Nullable
    CacheEntry afterApply(
            @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu, Instant at) {
        return CacheRules.afterApply(held, version, carriesMenu ? MENU : null, at);
    }

    boolean mayStep(long offset, LogStep step) {
        return CacheRules.mayStep(offset, step);
    }

    boolean stepsWithEachRecord() {
        return true;
    }

    boolean offsetIsRolledBackWithTheEntries() {
        return true;
    }

    boolean advancesBehindWhatIsApplied() {
        return true;
    }

    boolean watermarkIsTakenAheadOfTheScan() {
        return true;
    }

    boolean watermarkNeedsAWholeScan() {
        return true;
    }

    boolean relaysAreFenced() {
        return true;
    }

    boolean readsThePrimary() {
        return true;
    }

    boolean allows(Instant asOf, Instant now) {
        return FRESHNESS.allows(asOf, now);
    }

    boolean checksLoadsOnArrival() {
        return true;
    }

    boolean changesWaitForLoads() {
        return true;
    }

    boolean asksForWhatItKnows() {
        return true;
    }

    boolean mayKeep(
            MenuVersion version,
            Instant asOf,
            @Nullable MenuVersion held,
            @Nullable Floor floor,
            @Nullable Followed followed) {
        return EdgeRules.mayKeep(version, asOf, held, floor, followed, FILL_DEADLINE);
    }

    boolean floorHasEnded(Floor floor, Followed followed) {
        return EdgeRules.hasEnded(floor, followed, FILL_DEADLINE);
    }

    /** Tells whether a floor that has not ended holds, so many microseconds after its change. */
    boolean floorStands(long micros) {
        return true;
    }

    Instant asOf(Instant loadedAsOf, @Nullable Followed followed) {
        return EdgeRules.asOf(loadedAsOf, followed);
    }

    Followed follow(Instant foundAt, Instant watermark) {
        return Followed.from(foundAt, watermark);
    }

    boolean startsOverWhenItsPlaceIsLost() {
        return true;
    }

    /** Returns how late it can be by the database's clock. */
    Instant latest(DatabaseClock clock, Clock own) {
        return clock.now();
    }

    boolean countsFromTheAsking() {
        return true;
    }
}
