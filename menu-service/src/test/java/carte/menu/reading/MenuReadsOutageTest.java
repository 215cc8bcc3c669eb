package carte.menu.reading;

import static carte.contracts.fixture.Menus.MAMA_PUT;
import static carte.contracts.fixture.Menus.NYAMA_HOUSE;
import static carte.contracts.fixture.Menus.freshRestaurant;
import static carte.menu.reading.ReadsUnderTest.FRESHNESS;
import static carte.menu.reading.ReadsUnderTest.NOON;
import static carte.menu.reading.ReadsUnderTest.ONE_LOAD;
import static carte.menu.reading.ReadsUnderTest.PATIENT;
import static carte.menu.reading.ReadsUnderTest.find;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.Freshness;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.reading.Found.Source;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Reads while the primary or Redis is away, frozen or overloaded. */
class MenuReadsOutageTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final RestaurantId BUKA = freshRestaurant();

    private final ReadsUnderTest under = new ReadsUnderTest();

    @Test
    void withoutThePrimaryAnOldMenuIsServedAndLabelled() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        MenuReads reads = under.reads();
        under.primaryFails();

        Found stale = find(reads, MAMA_PUT);

        assertThat(stale).isEqualTo(new Found(
                (CacheEntry.Value) ReadsUnderTest.menu(MAMA_PUT, 2, NOON),
                NOON, "west", under.time.instant(), Source.REDIS, TEN_SECONDS));
        assertThat(stale.cacheStatus()).isEqualTo("carte-redis; hit; stale; ttl=-10");

        under.primaryHas(3);
        Found fresh = find(reads, MAMA_PUT);
        assertThat(fresh.menu()).isEqualTo(under.menu(MAMA_PUT, 3));
        assertThat(fresh.staleFor()).isNull();
    }

    @Test
    void theLabelTellsTheTimeSinceTheWatermark() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        under.watermark(MAMA_PUT);
        under.time.advance(Duration.ofSeconds(7));
        under.primaryFails();

        Found stale = find(under.reads(), MAMA_PUT);

        assertThat(stale.staleFor()).isEqualTo(Duration.ofSeconds(7));
        assertThat(stale.asOf()).isEqualTo(NOON.plus(TEN_SECONDS));
    }

    @Test
    void whatIsTooOldEvenForAnErrorIsNotServed() {
        under.redisHas(MAMA_PUT, 2);
        under.primaryFails();
        under.time.advance(FRESHNESS.staleIfError());
        assertThat(find(under.reads(), MAMA_PUT).staleFor()).isEqualTo(FRESHNESS.staleIfError());

        under.time.advance(Duration.ofMillis(1));
        assertUnavailable(under.reads(), MAMA_PUT, MenuVersion.NONE);
    }

    @Test
    void whereNothingStaleIsAllowedNothingStaleIsServed() {
        Freshness strict = new Freshness(
                FRESHNESS.bound(), FRESHNESS.margin(), Duration.ZERO);
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        under.primaryFails();

        assertUnavailable(under.reads(strict, PATIENT), MAMA_PUT, MenuVersion.NONE);
    }

    @Test
    void aReaderOfALaterVersionIsNotGivenAnOldMenu() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        under.primaryFails();

        assertUnavailable(under.reads(), MAMA_PUT, new MenuVersion(3));
        assertThat(under.reads().read(MAMA_PUT, new MenuVersion(2)).block())
                .extracting(Found::staleFor).isEqualTo(TEN_SECONDS);
    }

    @Test
    void thatThereWasNoRestaurantIsNotSaidOfNow() {
        under.redis.fill(MAMA_PUT, new CacheEntry.Absent(NOON)).block();
        under.time.advance(TEN_SECONDS);
        under.primaryFails();

        assertUnavailable(under.reads(), MAMA_PUT, MenuVersion.NONE);
    }

    @Test
    void aFaultOfOursIsNotHiddenByAnOldMenu() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        under.primaryAnswers(_ -> Mono.error(new IllegalArgumentException("no such column")));

        StepVerifier.create(under.reads().read(MAMA_PUT, MenuVersion.NONE))
                .verifyErrorMessage("no such column");
    }

    @Test
    void aShardThatHasTooMuchToDoAnswersWithWhatRedisHas() {
        under.redisHas(BUKA, 2);
        under.time.advance(TEN_SECONDS);
        MenuReads reads = under.reads(FRESHNESS, ONE_LOAD);
        under.primaryAnswers(_ -> Mono.never());
        reads.read(MAMA_PUT, MenuVersion.NONE).subscribe();
        under.primaryHas(3);

        assertThat(find(reads, BUKA).staleFor()).isEqualTo(TEN_SECONDS);
        assertUnavailable(reads, freshRestaurant(), MenuVersion.NONE);
        assertThat(under.databaseReads()).isEqualTo(1);
        assertThat(find(reads, NYAMA_HOUSE).shard()).isEqualTo("east");
    }

    @Test
    void aFrozenPrimaryIsNotWaitedForAndItsPlacesAreGivenBack() {
        MenuReads reads = under.reads(FRESHNESS, ONE_LOAD);
        under.primaryAnswers(_ -> Mono.never());

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, MenuVersion.NONE))
                .expectSubscription()
                .expectNoEvent(PATIENT.loadTimeout().minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .verifyErrorSatisfies(ReadsUnderTest::assertUnavailable);

        under.primaryHas(2);
        assertThat(find(reads, MAMA_PUT).menu()).isEqualTo(under.menu(MAMA_PUT, 2));
    }

    @Test
    void whileThePrimaryIsFrozenAnOldMenuIsServedAndLabelled() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(TEN_SECONDS);
        MenuReads reads = under.reads();
        under.primaryAnswers(_ -> Mono.never());

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, MenuVersion.NONE))
                .thenAwait(PATIENT.loadTimeout())
                .assertNext(found -> assertThat(found.staleFor()).isEqualTo(TEN_SECONDS))
                .verifyComplete();
    }

    @Test
    void withoutRedisMenusComeFromThePrimary() {
        MenuReads reads = under.reads();
        under.redisHas(MAMA_PUT, 2);
        under.primaryHas(3);
        under.redis.goAway();

        Found without = find(reads, MAMA_PUT);
        assertThat(without.menu()).isEqualTo(under.menu(MAMA_PUT, 3));
        assertThat(without.cacheStatus()).isEqualTo("carte-redis; fwd=miss");

        under.redis.comeBack();
        assertThat(find(reads, MAMA_PUT).cacheStatus()).isEqualTo("carte-redis; hit");
        find(reads, BUKA);
        assertThat(under.inRedis(BUKA)).isEqualTo(under.menu(BUKA, 3));
    }

    @Test
    void aRedisThatIsSilentIsNotWaitedForAndNotFilled() {
        AtomicBoolean filled = new AtomicBoolean();
        MenuReads reads = under.reads(new InMemoryMenuCache(CacheTimings.DEFAULTS, under.time) {
            @Override
            public Mono<CachedMenu> read(RestaurantId id, String shard) {
                return Mono.never();
            }

            @Override
            public Mono<FillOutcome> fill(RestaurantId id, CacheEntry read) {
                filled.set(true);
                return Mono.never();
            }
        });
        under.primaryHas(2);

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, MenuVersion.NONE))
                .expectSubscription()
                .expectNoEvent(PATIENT.cacheTimeout().minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .assertNext(found -> assertThat(found.menu()).isEqualTo(under.menu(MAMA_PUT, 2)))
                .verifyComplete();
        assertThat(filled).isFalse();
    }

    @Test
    void aRedisThatTakesNothingFailsNoReader() {
        MenuReads reads = under.reads(new InMemoryMenuCache(CacheTimings.DEFAULTS, under.time) {
            @Override
            public Mono<FillOutcome> fill(RestaurantId id, CacheEntry read) {
                return Mono.error(new IllegalStateException("out of memory"));
            }
        });
        under.primaryHas(2);

        assertThat(find(reads, MAMA_PUT).menu()).isEqualTo(under.menu(MAMA_PUT, 2));
        assertThat(find(reads, MAMA_PUT).cacheStatus()).isEqualTo("carte-redis; fwd=miss");
    }

    @Test
    void aFillIsNotWaitedFor() {
        MenuReads reads = under.reads(new InMemoryMenuCache(CacheTimings.DEFAULTS, under.time) {
            @Override
            public Mono<FillOutcome> fill(RestaurantId id, CacheEntry read) {
                return Mono.never();
            }
        });
        under.primaryHas(2);

        assertThat(reads.read(MAMA_PUT, MenuVersion.NONE).toFuture()).isDone();
    }

    private static void assertUnavailable(MenuReads reads, RestaurantId id, MenuVersion least) {
        StepVerifier.create(reads.read(id, least))
                .verifyErrorSatisfies(ReadsUnderTest::assertUnavailable);
    }
}
