package carte.menu.reading;

import static carte.contracts.fixture.Menus.MAMA_PUT;
import static carte.contracts.fixture.Menus.NYAMA_HOUSE;
import static carte.contracts.fixture.Menus.freshRestaurant;
import static carte.menu.reading.ReadsUnderTest.FRESHNESS;
import static carte.menu.reading.ReadsUnderTest.NOON;
import static carte.menu.reading.ReadsUnderTest.ONE_LOAD;
import static carte.menu.reading.ReadsUnderTest.PATIENT;
import static carte.menu.reading.ReadsUnderTest.assertProblem;
import static carte.menu.reading.ReadsUnderTest.find;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheEntry;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemType;
import carte.menu.reading.Found.Source;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Reads while nothing fails. */
class MenuReadsTest {

    private static final RestaurantId BUKA = freshRestaurant();

    private final ReadsUnderTest under = new ReadsUnderTest();

    @Test
    void aMenuThatAWatermarkVouchesForIsAnsweredFromRedis() {
        under.redisHas(MAMA_PUT, 2);
        under.time.advance(Duration.ofSeconds(10));
        under.watermark(MAMA_PUT);
        under.time.advance(Duration.ofMillis(1_900));

        Found found = find(under.reads(), MAMA_PUT);

        assertThat(found).isEqualTo(new Found(
                (CacheEntry.Value) ReadsUnderTest.menu(MAMA_PUT, 2, NOON),
                NOON.plusSeconds(10), "west", under.time.instant(), Source.REDIS, null));
        assertThat(found.cacheStatus()).isEqualTo("carte-redis; hit");
        assertThat(under.databaseReads()).isZero();
    }

    @Test
    void aMenuThatNobodyVouchesForIsReadAnewAndRefilled() {
        MenuReads reads = under.reads();
        under.redisHas(MAMA_PUT, 2);
        under.primaryHas(3);
        under.time.advance(Duration.ofMillis(1_901));

        Found anew = find(reads, MAMA_PUT);
        Found again = find(reads, MAMA_PUT);

        assertThat(anew.menu()).isEqualTo(under.menu(MAMA_PUT, 3));
        assertThat(anew.asOf()).isEqualTo(under.time.instant());
        assertThat(anew.cacheStatus()).isEqualTo("carte-redis; fwd=stale");
        assertThat(anew.staleFor()).isNull();
        assertThat(again.menu()).isEqualTo(anew.menu());
        assertThat(again.cacheStatus()).isEqualTo("carte-redis; hit");
        assertThat(under.databaseReads()).isEqualTo(1);
    }

    @Test
    void tellsWhatRedisHadAndWhatBecameOfTheFill() {
        MenuReads reads = under.reads();
        under.primaryHas(2);
        Found _ = find(reads, MAMA_PUT);
        Found _ = find(reads, MAMA_PUT);
        under.time.advance(Duration.ofMillis(1_901));
        Found _ = find(reads, MAMA_PUT);

        assertThat(under.count("carte.reads.cache", "result", "miss")).isEqualTo(1);
        assertThat(under.count("carte.reads.cache", "result", "hit")).isEqualTo(1);
        assertThat(under.count("carte.reads.cache", "result", "old")).isEqualTo(1);
        assertThat(under.count("carte.reads.fills", "outcome", "stored")).isEqualTo(2);
        assertThat(under.answers("redis", "fresh")).isEqualTo(1);
        assertThat(under.answers("primary", "fresh")).isEqualTo(2);
    }

    @Test
    void aMissIsReadFromThePrimaryAndFilled() {
        MenuReads reads = under.reads();
        under.primaryHas(2);

        assertThat(find(reads, MAMA_PUT).cacheStatus()).isEqualTo("carte-redis; fwd=miss");
        assertThat(find(reads, MAMA_PUT).cacheStatus()).isEqualTo("carte-redis; hit");
        assertThat(under.databaseReads()).isEqualTo(1);
    }

    @Test
    void whoeverMissesMeanwhileSharesOneReading() {
        MenuReads reads = under.reads();
        Sinks.One<CacheEntry> answer = Sinks.one();
        under.primaryAnswers(_ -> answer.asMono());
        CompletableFuture<Found> first = reads.read(MAMA_PUT, MenuVersion.NONE).toFuture();
        CompletableFuture<Found> second = reads.read(MAMA_PUT, MenuVersion.NONE).toFuture();
        CompletableFuture<Found> third = reads.read(MAMA_PUT, new MenuVersion(2)).toFuture();
        assertThat(first).isNotDone();

        answer.tryEmitValue(under.menu(MAMA_PUT, 2)).orThrow();

        assertThat(first).isCompletedWithValueMatching(
                found -> found.menu().equals(under.menu(MAMA_PUT, 2)));
        assertThat(second).isCompletedWithValue(first.join());
        assertThat(third).isCompletedWithValue(first.join());
        assertThat(under.databaseReads()).isEqualTo(1);
    }

    @Test
    void whoeverHearsTheAnswerMayLoadAtOnce() {
        MenuReads reads = under.reads(FRESHNESS, ONE_LOAD);
        under.primaryHas(2);

        StepVerifier.create(reads.read(MAMA_PUT, MenuVersion.NONE)
                .flatMap(_ -> reads.read(BUKA, MenuVersion.NONE)))
                .assertNext(found -> assertThat(found.menu()).isEqualTo(under.menu(BUKA, 2)))
                .verifyComplete();
    }

    @Test
    void absentRestaurantsAreCachedToo() {
        MenuReads reads = under.reads();
        under.primaryAnswers(_ -> Mono.fromSupplier(
                () -> new CacheEntry.Absent(under.time.instant())));

        assertUnknown(reads.read(MAMA_PUT, MenuVersion.NONE));
        assertUnknown(reads.read(MAMA_PUT, MenuVersion.NONE));
        assertThat(under.databaseReads()).isEqualTo(1);

        under.primaryHas(1);
        assertThat(reads.read(MAMA_PUT, MenuVersion.FIRST).block()).isNotNull();
    }

    @Test
    void whereNoShardOwnsTheCountryNoDatabaseIsAsked() {
        assertUnknown(under.reads().read(new RestaurantId("ZA-braai"), MenuVersion.NONE));
        assertThat(under.databaseReads()).isZero();
    }

    @Test
    void aMenuThatGrewOldInHandIsReadAgain() {
        under.primaryAnswers(id -> under.databaseReads() < 3
                ? under.slowly(id, 2, Duration.ofMillis(1_901))
                : under.slowly(id, 3, Duration.ofMillis(1_890)));

        assertThat(find(under.reads(), MAMA_PUT).menu().version()).isEqualTo(new MenuVersion(3));
        assertThat(under.databaseReads()).isEqualTo(3);
    }

    @Test
    void aMenuThatGrowsOldInHandEachTimeIsNotAnswered() {
        under.primaryAnswers(id -> under.slowly(id, 2, Duration.ofMillis(1_901)));

        StepVerifier.create(under.reads().read(MAMA_PUT, MenuVersion.NONE))
                .verifyErrorSatisfies(ReadsUnderTest::assertUnavailable);
        assertThat(under.databaseReads()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, -3, 0, 3, 3_600})
    void aReaderWhoseClockIsOffAsksTheDatabaseOnceAndIsRightThen(long seconds) {
        under.redisHas(BUKA, 2);
        under.time.advance(Duration.ofSeconds(3));
        under.redisHas(MAMA_PUT, 2);
        under.primaryHas(3);
        MenuReads reads = under.readsOff(Duration.ofSeconds(seconds));

        assertThat(find(reads, NYAMA_HOUSE).menu().version()).isEqualTo(new MenuVersion(3));
        assertThat(find(reads, freshRestaurant()).menu().version()).isEqualTo(new MenuVersion(3));
        assertThat(find(reads, MAMA_PUT).menu().version()).isEqualTo(new MenuVersion(2));
        assertThat(find(reads, BUKA).menu().version()).isEqualTo(new MenuVersion(3));
        assertThat(under.databaseReads()).isEqualTo(3);
    }

    @Test
    void aReaderIsAnsweredFromRedisWhereItHasTheVersion() {
        under.redisHas(MAMA_PUT, 3);

        StepVerifier.create(under.reads().read(MAMA_PUT, new MenuVersion(3)))
                .assertNext(found -> assertThat(found.source()).isEqualTo(Source.REDIS))
                .verifyComplete();
    }

    @Test
    void aReaderWaitsForItsVersion() {
        under.redisHas(MAMA_PUT, 2);
        under.primaryAnswers(id -> Mono.fromSupplier(
                () -> under.menu(id, under.databaseReads() < 5 ? 2 : 3)));
        MenuReads reads = under.reads();

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, new MenuVersion(3)))
                .expectSubscription()
                .expectNoEvent(PATIENT.versionPoll().multipliedBy(4).minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .assertNext(found -> {
                    assertThat(found.menu()).isEqualTo(under.menu(MAMA_PUT, 3));
                    assertThat(found.cacheStatus()).isEqualTo("carte-redis; fwd=miss");
                })
                .verifyComplete();
        assertThat(under.databaseReads()).isEqualTo(5);
    }

    @Test
    void aReaderDoesNotWaitForItsVersionForEver() {
        under.redisHas(MAMA_PUT, 2);
        under.primaryHas(2);
        MenuReads reads = under.reads();

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, new MenuVersion(3)))
                .expectSubscription()
                .expectNoEvent(PATIENT.versionWait().minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .verifyErrorSatisfies(error -> {
                    assertProblem(error, ProblemType.VERSION_NOT_VISIBLE);
                    assertThat(error).hasMessageContaining("version 3").extracting("retryAfter")
                            .isEqualTo(Duration.ofSeconds(1));
                });
    }

    @Test
    void noVersionIsDeniedWhereNobodyHasLooked() {
        under.redisHas(MAMA_PUT, 2);
        under.primaryAnswers(_ -> Mono.never());
        MenuReads reads = under.reads(FRESHNESS, new MenuReadProperties(PATIENT.cacheTimeout(),
                Duration.ofSeconds(5), PATIENT.versionPoll(), PATIENT.loadTimeout(), 64));

        StepVerifier.withVirtualTime(() -> reads.read(MAMA_PUT, new MenuVersion(3)))
                .thenAwait(Duration.ofSeconds(5))
                .verifyErrorSatisfies(error -> assertProblem(error, ProblemType.UNAVAILABLE));
    }

    @Test
    void aReaderDoesNotWaitForAVersionOfAnUnknownRestaurant() {
        under.primaryAnswers(_ -> Mono.just(new CacheEntry.Absent(NOON)));

        assertUnknown(under.reads().read(MAMA_PUT, new MenuVersion(3)));
        assertThat(under.databaseReads()).isEqualTo(1);
    }

    private static void assertUnknown(Mono<Found> read) {
        StepVerifier.create(read).verifyErrorSatisfies(
                error -> assertProblem(error, ProblemType.RESTAURANT_NOT_FOUND));
    }
}
