package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs the contract kit against caches that are wrong on purpose: each mistake is found. */
class MenuCacheContractCatchesTest {

    @Test
    void noFloor() {
        assertThat(failuresOf(NoFloor.class)).contains(
                "refusesSlowFillOfAnOldVersionAfterAnInvalidation",
                "refusesFillOlderThanFloor",
                "evictRefusesFillsReadBefore");
    }

    @Test
    void floorThatOnlyBearsVersions() {
        assertThat(failuresOf(FloorWithoutTime.class)).contains(
                "evictRefusesFillsReadBefore",
                "floorsOfLaterEvictionSurviveApply");
    }

    @Test
    void comparisonThatIsOffByOne() {
        assertThat(failuresOf(OffByOne.class)).contains(
                "refusesFillOlderThanFloor",
                "refusesFillOlderThanWhatIsHeld",
                "tellsLargeVersionsApart");
    }

    @Test
    void deadlineByTheFillersClock() {
        assertThat(failuresOf(FillersClock.class)).containsExactly(
                "fillPastTheDeadlineIsRefusedByTheCachesOwnClock");
    }

    @Test
    void stepsFromAnywhere() {
        assertThat(failuresOf(StepsFromAnywhere.class)).containsExactlyInAnyOrder(
                "aCacheThatIsElsewhereTakesNoStep", "aStepThatWasTakenIsNotTakenTwice");
    }

    @Test
    void versionsOfThirtyTwoBits() {
        assertThat(failuresOf(NarrowVersions.class)).containsExactly("tellsLargeVersionsApart");
    }

    @Test
    void changeThatReplacesWhateverIsThere() {
        assertThat(failuresOf(LastWriteWins.class)).contains(
                "applyIsIdempotent", "applyIgnoresOldVersions", "applyDoesNotLowerFloor");
    }

    @Test
    void changeThatStoresWhatNobodyReads() {
        assertThat(failuresOf(AlwaysFloors.class)).contains(
                "applyRefreshesWhatIsPresent",
                "absentIsCachedAndReplacedWhenTheRestaurantAppears");
    }

    @Test
    void entriesThatNeverEnd() {
        assertThat(failuresOf(NeverEnds.class)).containsExactly("everythingEndsAfterItsTime");
    }

    private static Set<String> failuresOf(Class<? extends MenuCacheContract> contract) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
        assertThat(tests.succeeded().count()).as("cases that still hold").isPositive();
        return tests.failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .collect(Collectors.toSet());
    }

    /** The contract of an in-memory cache with a mistake in it. */
    abstract static class Mistaken extends MenuCacheContract {

        final SettableClock clock = new SettableClock(Menus.PUBLISHED);

        @Override
        protected final Instant now() {
            return clock.instant();
        }

        @Override
        protected final void letPass(Duration duration) {
            clock.advance(duration);
        }
    }

    static final class NoFloor extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                void hold(RestaurantId id, CacheEntry entry) {
                    if (entry instanceof CacheEntry.Floor) {
                        forget(id);
                    } else {
                        super.hold(id, entry);
                    }
                }
            };
        }
    }

    static final class FloorWithoutTime extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                void hold(RestaurantId id, CacheEntry entry) {
                    super.hold(id, entry instanceof CacheEntry.Floor floor
                            ? new CacheEntry.Floor(floor.version(), Instant.EPOCH)
                            : entry);
                }
            };
        }
    }

    static final class StepsFromAnywhere extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                boolean mayStep(long offset, LogStep step) {
                    return true;
                }
            };
        }
    }

    static final class OffByOne extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                FillOutcome judgeFill(
                        @Nullable CacheEntry held, CacheEntry offered, Instant now) {
                    return offered instanceof CacheEntry.Value value
                            ? super.judgeFill(held, new CacheEntry.Value(
                                    value.version().next(), value.readAt(), value.menu()), now)
                            : super.judgeFill(held, offered, now);
                }
            };
        }
    }

    static final class FillersClock extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                FillOutcome judgeFill(
                        @Nullable CacheEntry held, CacheEntry offered, Instant now) {
                    return super.judgeFill(held, offered, offered.readAt());
                }
            };
        }
    }

    static final class NarrowVersions extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                ApplyOutcome judgeApply(
                        @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
                    var narrow = new MenuVersion(version.number() & 0x7fff_ffff);
                    return super.judgeApply(held, narrow, carriesMenu);
                }
            };
        }
    }

    static final class LastWriteWins extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                ApplyOutcome judgeApply(
                        @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
                    return held instanceof CacheEntry.Value
                            ? ApplyOutcome.REFRESHED
                            : ApplyOutcome.FLOORED;
                }
            };
        }
    }

    static final class AlwaysFloors extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            return new InMemoryMenuCache(timings, clock) {
                @Override
                void hold(RestaurantId id, CacheEntry entry) {
                    super.hold(id, new CacheEntry.Floor(entry.version(), entry.readAt()));
                }
            };
        }
    }

    static final class NeverEnds extends Mistaken {
        @Override
        protected MenuCache cache(CacheTimings timings) {
            Duration forEver = Duration.ofDays(1_000);
            return new InMemoryMenuCache(
                    new CacheTimings(forEver, forEver, timings.fillDeadline(), forEver), clock);
        }
    }
}
