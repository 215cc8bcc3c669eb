package carte.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheRules;
import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.LogStep;
import carte.contracts.menu.MenuVersion;
import carte.gateway.edge.Followed;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocols that are wrong in one decision: the simulation must find each of them out. */
class BrokenVariantsTest {

    private static final int MOST_SEEDS = 2_000;
    private static final int STEPS = 400_000;

    /** What seldom shows is looked for from shortly before where it does. */
    private static final Map<String, Long> FIRST_SEEDS = Map.of(
            "relays without a fence", 460L,
            "offset moves with watermarks only", 20L,
            "fill deadline judged by the filler", 18L,
            "gateway's floors end by the wall clock", 16L);

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void isCaught(String name, Protocol broken) {
        for (long seed = FIRST_SEEDS.getOrDefault(name, 1L); seed <= MOST_SEEDS; seed++) {
            try {
                new Simulation(seed, broken).run(STEPS);
            } catch (Violation violation) {
                System.out.printf(Locale.ROOT, "%s: seed %d: invariant %s%n", name, seed,
                        violation.getMessage());
                return;
            }
        }
        assertThat(MOST_SEEDS).as("seeds in which nothing was noticed").isZero();
    }

    static Stream<Arguments> variants() {
        return Stream.of(ruleVariants(), logVariants(), gatewayVariants())
                .flatMap(variants -> variants);
    }

    private static Stream<Arguments> logVariants() {
        return Stream.of(
                Arguments.of("watermark before what stands ahead of it", new Protocol() {
                    @Override
                    boolean advancesBehindWhatIsApplied() {
                        return false;
                    }
                }),
                Arguments.of("watermark of the time behind the scan", new Protocol() {
                    @Override
                    boolean watermarkIsTakenAheadOfTheScan() {
                        return false;
                    }
                }),
                Arguments.of("watermark after a scan that was cut", new Protocol() {
                    @Override
                    boolean watermarkNeedsAWholeScan() {
                        return false;
                    }
                }),
                Arguments.of("offset outside the slot", new Protocol() {
                    @Override
                    boolean offsetIsRolledBackWithTheEntries() {
                        return false;
                    }
                }),
                Arguments.of("offset moves with watermarks only", new Protocol() {
                    @Override
                    boolean stepsWithEachRecord() {
                        return false;
                    }
                }),
                Arguments.of("steps without compare", new Protocol() {
                    @Override
                    boolean mayStep(long offset, LogStep step) {
                        return true;
                    }
                }),
                Arguments.of("relays without a fence", new Protocol() {
                    @Override
                    boolean relaysAreFenced() {
                        return false;
                    }
                }));
    }

    private static Stream<Arguments> ruleVariants() {
        return Stream.of(
                Arguments.of("evicts and leaves no floor", new Protocol() {
                    @Override
                    @Nullable
                    CacheEntry afterApply(@Nullable CacheEntry held, MenuVersion version,
                            boolean carriesMenu, Instant at) {
                        CacheEntry after = super.afterApply(held, version, carriesMenu, at);
                        return after instanceof CacheEntry.Floor ? null : after;
                    }
                }),
                Arguments.of("floor shorter than the fill deadline", new Protocol() {
                    @Override
                    long floorLifetimeMicros() {
                        return 300_000;
                    }
                }),
                Arguments.of("fill compared off by one", new Protocol() {
                    @Override
                    FillOutcome judgeFill(@Nullable CacheEntry held, CacheEntry offered,
                            Instant now, Instant sentAt) {
                        boolean older = held != null
                                && offered.version().next().equals(held.version());
                        return older
                                ? FillOutcome.STORED
                                : super.judgeFill(held, offered, now, sentAt);
                    }
                }),
                Arguments.of("change compared off by one", new Protocol() {
                    @Override
                    ApplyOutcome judgeApply(
                            @Nullable CacheEntry held, MenuVersion version, boolean carriesMenu) {
                        boolean next = held != null && held.version().next().equals(version);
                        return next
                                ? ApplyOutcome.ALREADY_APPLIED
                                : super.judgeApply(held, version, carriesMenu);
                    }
                }),
                Arguments.of("fill deadline judged by the filler", new Protocol() {
                    @Override
                    FillOutcome judgeFill(@Nullable CacheEntry held, CacheEntry offered,
                            Instant now, Instant sentAt) {
                        return CacheRules.judgeFill(held, offered, sentAt, timings());
                    }
                }),
                Arguments.of("reads anew from a replica that is behind", new Protocol() {
                    @Override
                    boolean readsThePrimary() {
                        return false;
                    }
                }),
                Arguments.of("time to live only", new Protocol() {
                    @Override
                    boolean allows(Instant asOf, Instant now) {
                        return !asOf.isBefore(now.minusSeconds(300));
                    }
                }));
    }

    private static Stream<Arguments> gatewayVariants() {
        return Stream.of(
                Arguments.of("gateway keeps before it follows", new Protocol() {
                    @Override
                    Followed follow(Instant foundAt, Instant watermark) {
                        return new Followed(Instant.EPOCH, watermark);
                    }
                }),
                Arguments.of("a change does not wait for a load that is being kept",
                        new Protocol() {
                            @Override
                            boolean changesWaitForLoads() {
                                return false;
                            }
                        }),
                Arguments.of("gateway's floors end by the wall clock", new Protocol() {
                    @Override
                    boolean floorStands(long micros) {
                        return micros < FILL_DEADLINE.toNanos() / 1000;
                    }
                }),
                Arguments.of("gateway keeps its menus when it has lost its place", new Protocol() {
                    @Override
                    boolean startsOverWhenItsPlaceIsLost() {
                        return false;
                    }
                }),
                Arguments.of("gateway does not ask for what it knows", new Protocol() {
                    @Override
                    boolean asksForWhatItKnows() {
                        return false;
                    }
                }),
                Arguments.of("loads are not judged when they arrive", new Protocol() {
                    @Override
                    boolean checksLoadsOnArrival() {
                        return false;
                    }
                }),
                Arguments.of("processes trust their own time of day", new Protocol() {
                    @Override
                    Instant latest(DatabaseClock clock, Clock own) {
                        return own.instant();
                    }
                }),
                Arguments.of("the time of an answer counts from its arrival", new Protocol() {
                    @Override
                    boolean countsFromTheAsking() {
                        return false;
                    }
                }));
    }
}
