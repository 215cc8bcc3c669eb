package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FAR = NOON.plus(Duration.ofDays(36_500));

    private final SettableClock own = new SettableClock(NOON.minus(Duration.ofDays(3)));
    private final AtomicLong nanos = new AtomicLong(7);
    private final DatabaseClock clock = new DatabaseClock(own, nanos::get);

    @Test
    void nothingIsFreshWhileNothingIsKnown() {
        assertThat(clock.now()).isAfter(FAR);
        assertThat(clock.guess()).isEqualTo(own.instant());
    }

    @Test
    void theTimeSinceTheAskingMayHavePassedAsWell() {
        Moment asked = clock.moment();
        pass(Duration.ofMillis(500));
        clock.answered(asked, NOON);
        assertThat(clock.now()).isBetween(NOON.plusMillis(500), NOON.plusMillis(501));
        assertThat(clock.guess()).isEqualTo(clock.now());
    }

    @Test
    void theAnswerThatCameSoonerTellsMore() {
        Moment slow = clock.moment();
        pass(Duration.ofMillis(800));
        Moment quick = clock.moment();
        pass(Duration.ofMillis(2));
        clock.answered(quick, NOON);
        clock.answered(slow, NOON.minusMillis(1));
        assertThat(clock.now()).isBetween(NOON.plusMillis(2), NOON.plusMillis(3));
    }

    @Test
    void aClockThatWasSuspendedIsMadeUpForByTheTimeOfDay() {
        clock.answered(clock.moment(), NOON);
        own.advance(Duration.ofMinutes(1));
        assertThat(clock.now()).isAfterOrEqualTo(NOON.plusSeconds(60));
        clock.answered(clock.moment(), NOON.plusSeconds(1));
        assertThat(clock.now()).as("the time of day was wrong").isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void aTimeOfDayThatIsSetBackChangesNothing() {
        clock.answered(clock.moment(), NOON);
        own.set(own.instant().minus(Duration.ofDays(1)));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(clock.now()).isBetween(NOON.plusSeconds(1), NOON.plusMillis(1_001));
    }

    @Test
    void whatCannotBeIsNotBelievedAndAsksForAnAnswer() {
        clock.answered(clock.moment(), NOON);
        clock.heard(NOON);
        assertThat(clock.now()).isEqualTo(NOON);
        clock.heard(NOON.plusSeconds(1));
        assertThat(clock.now()).isAfter(FAR);
        clock.answered(clock.moment(), NOON.plusSeconds(1));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void whoeverKnowsNothingTellsNothing() {
        clock.answered(clock.moment(), new DatabaseClock().now());
        assertThat(clock.now()).isAfter(FAR);
        assertThat(clock.guess()).isEqualTo(own.instant());
    }

    @Test
    void isLikelyWhatWasHeardAndTheTimeSinceThen() {
        assertThat(clock.likely()).isEqualTo(own.instant());
        Moment slow = clock.moment();
        pass(Duration.ofSeconds(1));
        clock.answered(slow, NOON);
        clock.heard(NOON.plusMillis(20));
        assertThat(clock.likely()).isEqualTo(NOON.plusMillis(20));
        pass(Duration.ofMillis(250));
        clock.heard(NOON.plusMillis(100));
        assertThat(clock.likely()).isBetween(NOON.plusMillis(269), NOON.plusMillis(270));
        clock.heard(NOON.plusMillis(280));
        assertThat(clock.likely()).isEqualTo(NOON.plusMillis(280));
        assertThat(clock.now()).isAfter(NOON.plusMillis(1_249));
    }

    @Test
    void newsThatAreLateDoNotMakeItLookEarlier() {
        clock.answered(clock.moment(), NOON);
        clock.heard(NOON);
        pass(Duration.ofSeconds(15));
        clock.heard(NOON.plusMillis(250));
        assertThat(clock.likely()).isBetween(NOON.plusMillis(14_985), NOON.plusSeconds(15));
    }

    @Test
    void isNeverLikelierThanItCanBe() {
        clock.heard(NOON.plusSeconds(9));
        clock.answered(clock.moment(), NOON);
        assertThat(clock.likely()).isEqualTo(NOON);
    }

    @Test
    void anAnswerThatIsLaterThanCanBeIsBelieved() {
        clock.answered(clock.moment(), NOON);
        clock.answered(clock.moment(), NOON.plusSeconds(9));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isNeverEarlierThanTheDatabaseWhateverTheOwnTimeOfDay(long seed) {
        var random = new SplittableRandom(seed);
        Instant database = NOON;
        for (int round = 0; round < 1_000; round++) {
            Moment asked = clock.moment();
            database = pass(random, database);
            Instant told = database;
            database = pass(random, database);
            clock.answered(asked, told);
            own.set(NOON.plusSeconds(random.nextInt(-10_000, 10_000)));
            database = pass(random, database);
            assertThat(clock.now()).isAfterOrEqualTo(database);
        }
    }

    private Instant pass(SplittableRandom random, Instant database) {
        Duration time = Duration.ofMillis(random.nextInt(500));
        pass(time);
        return database.plus(time);
    }

    private void pass(Duration time) {
        own.advance(time);
        nanos.addAndGet(time.toNanos());
    }
}
