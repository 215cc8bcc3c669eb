package carte.gateway.edge;

import static carte.gateway.edge.CacheUnderTest.at;
import static carte.gateway.edge.MenuServiceByHand.menu;
import static carte.gateway.edge.MenuServiceByHand.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.ReadOutcome;
import carte.kit.telemetry.Tier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** It is 20 s past noon; the bound is 2 s, of which the margin takes 100 ms. */
class EdgeReadsTest {

    private static final String LOADED = "8 as of 20.0: carte-redis; hit, carte-edge; fwd=stale";
    private static final String STALE = "7 as of 17.0: carte-edge; hit; stale; ttl=-3, age 3";

    private final ReadsUnderTest asked = ReadsUnderTest.pausingLong();
    private final MenuServiceByHand service = asked.service;
    private final CacheUnderTest gateway = asked.gateway;
    private final RestaurantId id = asked.id;

    @ParameterizedTest
    @CsvSource({"20, 0", "18.101, 0", "18.1, 0", "18.099, 1", "10, 1"})
    void answersWhatIsKeptWithoutALoadUpToTheBound(double asOf, int loads) {
        gateway.load(id, 7, asOf);
        service.answers(() -> menu(id, 8, at(20)));

        assertThat(asked.answer())
                .isEqualTo(loads == 0 ? "7 as of " + asOf + ": carte-edge; hit" : LOADED);
        assertThat(service.loads()).isEqualTo(loads);
        assertThat(asked.fresh(Tier.EDGE)).isEqualTo(1 - loads);
        assertThat(asked.fresh(Tier.REDIS)).isEqualTo(loads);
    }

    @Test
    void theWatermarkKeepsAMenuWithinTheBound() {
        gateway.load(id, 7, 10);
        gateway.watermark(id, 19);
        assertThat(asked.answer()).isEqualTo("7 as of 19.0: carte-edge; hit");
        assertThat(service.loads()).isZero();
    }

    @Test
    void whatWasLoadedIsKept() {
        service.answers(() -> menu(id, 7, at(19)));
        assertThat(asked.answer())
                .isEqualTo("7 as of 19.0: carte-redis; hit, carte-edge; fwd=miss");
        assertThat(asked.answer()).isEqualTo("7 as of 19.0: carte-edge; hit");
        assertThat(service.loads()).isEqualTo(1);
        assertThat(asked.fresh(Tier.REDIS)).isEqualTo(1);
        assertThat(asked.fresh(Tier.EDGE)).isEqualTo(1);
    }

    @Test
    void allWhoMissAtOnceShareOneLoad() {
        List<CompletableFuture<EdgeAnswer>> readers = Stream.generate(asked::read).limit(5)
                .toList();
        assertThat(service.loads()).isEqualTo(1);

        service.answer(menu(id, 7, at(20)));
        assertThat(readers).allSatisfy(reader -> assertThat(ReadsUnderTest.text(reader))
                .isEqualTo("7 as of 20.0: carte-redis; hit, carte-edge; fwd=miss"));
        assertThat(service.loads()).isEqualTo(1);
    }

    @Test
    void aReaderIsNeverAnsweredWithLessThanItHasSeen() {
        gateway.load(id, 7, 20);
        service.answers(() -> menu(id, 9, at(20)));

        assertThat(ReadsUnderTest.text(asked.read(7))).isEqualTo("7 as of 20.0: carte-edge; hit");
        assertThat(service.loads()).isZero();
        assertThat(ReadsUnderTest.text(asked.read(8))).startsWith("9 as of 20.0: carte-redis");
        assertThat(service.lastTarget())
                .isEqualTo("/api/v1/restaurants/" + id + "/menu?min_version=8");
        assertThat(ReadsUnderTest.text(asked.read(8))).isEqualTo("9 as of 20.0: carte-edge; hit");
    }

    @Test
    void aStaleMenuThatIsTooOldForItsReaderIsNoAnswer() {
        gateway.load(id, 7, 17);
        service.fails();
        assertThatThrownBy(() -> asked.read(8).join()).hasRootCauseMessage("away");
        assertThat(ReadsUnderTest.text(asked.read(7))).isEqualTo(STALE);
    }

    @Test
    void loadsAskForWhatThisGatewayKnowsToExist() {
        var _ = asked.read();
        assertThat(service.lastTarget()).isEqualTo("/api/v1/restaurants/" + id + "/menu");

        gateway.changeWithoutMenu(id, 9, 20);
        var _ = asked.read();
        assertThat(service.lastTarget()).endsWith("/menu?min_version=9");
        var _ = asked.read(8);
        assertThat(service.loads()).as("the same load").isEqualTo(2);
        var _ = asked.read(10);
        assertThat(service.lastTarget()).endsWith("/menu?min_version=10");
    }

    @Test
    void staleIsLabelledWhenTheMenuServiceCannotBeAsked() {
        gateway.load(id, 7, 17);
        service.fails();
        assertThat(asked.answer()).isEqualTo(STALE);
        assertThat(asked.count(Tier.EDGE, ReadOutcome.STALE)).isEqualTo(1);
        assertThat(asked.fresh(Tier.EDGE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "404, false", "400, false"})
    void aFailureOfTheMenuServiceIsAnsweredStaleAndWhatItSaysOfTheReaderIsNot(
            int status, boolean stale) {
        gateway.load(id, 7, 17);
        service.answers(() -> problem(status));
        assertThat(asked.answer()).isEqualTo(stale ? STALE : "status " + status);
    }

    @ParameterizedTest
    @CsvSource({"17, false", "16, false", "17.001, true"})
    void aStaleAnswerOfTheMenuServiceIsTakenWhereItIsNewer(double asOf, boolean taken) {
        gateway.load(id, 7, 17);
        service.answers(() -> MenuServiceByHand.stale(id, 7, at(asOf), 2));
        assertThat(asked.answer()).isEqualTo(taken
                ? "7 as of 17.001: carte-redis; hit; stale; ttl=-2, carte-edge; fwd=stale, age 2"
                : STALE);
    }

    @Test
    void staleIsAnsweredUpToItsOwnBound() {
        gateway.load(id, 7, 20);
        service.fails();
        asked.time.advance(ReadsUnderTest.STALE_IF_ERROR);
        asked.tellTime();
        assertThat(asked.answer())
                .isEqualTo("7 as of 20.0: carte-edge; hit; stale; ttl=-300, age 300");

        asked.time.advance(Duration.ofMillis(1));
        assertThatThrownBy(asked::answer).hasRootCauseMessage("away");
    }

    @Test
    void nothingIsAnsweredStaleWhereThatIsNotAllowed() {
        ReadsUnderTest strict = new ReadsUnderTest(Duration.ZERO, Duration.ofHours(1));
        strict.gateway.load(strict.id, 7, 17);
        strict.service.fails();
        assertThatThrownBy(strict::answer).hasRootCauseMessage("away");
        strict.service.answers(() -> problem(503));
        assertThat(strict.answer()).isEqualTo("status 503");
    }

    @Test
    void afterAFailureTheNextTryWaitsForThePause() {
        gateway.load(id, 7, 17);
        service.fails();
        assertThat(Stream.generate(asked::answer).limit(5)).containsOnly(STALE);
        assertThat(service.loads()).isEqualTo(1);

        service.answers(() -> menu(id, 8, at(20)));
        assertThat(asked.answer()).isEqualTo(STALE);
        assertThat(ReadsUnderTest.text(asked.read(8))).as("who needs more").isEqualTo(LOADED);
    }

    @Test
    void thePauseEnds() {
        ReadsUnderTest pausing = new ReadsUnderTest(
                ReadsUnderTest.STALE_IF_ERROR, Duration.ofMillis(10));
        pausing.gateway.load(pausing.id, 7, 17);
        pausing.service.fails();
        assertThat(pausing.answer()).isEqualTo(STALE);

        pausing.service.answers(() -> menu(pausing.id, 8, at(20)));
        await().untilAsserted(() -> assertThat(pausing.answer())
                .isEqualTo("8 as of 20.0: carte-edge; hit"));
        assertThat(pausing.service.loads()).isEqualTo(2);
    }

    @Test
    void whoCouldBeAnsweredStaleDoesNotWaitForLong() {
        gateway.load(id, 7, 17);
        VirtualTimeScheduler scheduler = VirtualTimeScheduler.getOrSet();
        try {
            CompletableFuture<EdgeAnswer> reader = asked.read();
            CompletableFuture<EdgeAnswer> other = asked.read(8);
            scheduler.advanceTimeBy(Duration.ofMillis(1_499));
            assertThat(reader).isNotDone();
            scheduler.advanceTimeBy(Duration.ofMillis(1));
            assertThat(ReadsUnderTest.text(reader)).isEqualTo(STALE);

            scheduler.advanceTimeBy(Duration.ofSeconds(10));
            assertThat(other).as("who cannot be answered stale").isNotDone();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void whatTheLogSaysMeanwhileCounts() {
        gateway.load(id, 7, 17);
        CompletableFuture<EdgeAnswer> reader = asked.read();
        gateway.watermark(id, 19);
        service.fail();
        assertThat(ReadsUnderTest.text(reader)).isEqualTo("7 as of 19.0: carte-edge; hit");
    }

    @Test
    void whatHasLeftMeanwhileIsAsOldAsItWas() {
        gateway.load(id, 7, 17);
        CompletableFuture<EdgeAnswer> reader = asked.read();
        gateway.changeWithoutMenu(id, 8, 18.5);
        gateway.watermark(id, 19);
        service.fail();
        assertThat(ReadsUnderTest.text(reader)).isEqualTo(STALE);
    }
}
