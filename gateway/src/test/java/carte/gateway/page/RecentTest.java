package carte.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class RecentTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Deque<Sinks.One<String>> loads = new ArrayDeque<>();
    private long millis = 600_000;
    private Duration said = Duration.ZERO;
    private int asked;
    private Duration joinable = Duration.ofDays(1);

    private Recent<String, String> recent = recent(Duration.ofMinutes(5), false);

    @Test
    void asksOnceForAllWhoWantTheSameAtTheSameTime() {
        CompletableFuture<String> one = read();
        CompletableFuture<String> other = read();
        assertThat(asked).isEqualTo(1);

        answer("A");

        assertThat(one).isCompletedWithValue("A, asked");
        assertThat(other).isCompletedWithValue("A, asked");
        assertThat(read()).isCompletedWithValue("A, kept");
    }

    @Test
    void asksAgainOnceItIsTooOld() {
        have("A");

        advance(1_890);
        assertThat(read()).isCompletedWithValue("A, kept");
        advance(20);
        CompletableFuture<String> later = read();
        answer("B");

        assertThat(later).isCompletedWithValue("B, asked");
    }

    @Test
    void countsFromTheAskingAndAddsWhatWasSaidOfTheAge() {
        said = Duration.ofMillis(900);
        CompletableFuture<String> slow = read();
        advance(900);
        answer("A");
        assertThat(slow).isCompletedWithValue("A, asked");

        advance(110);
        assertThat(read()).isNotDone();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksAgainForWhoJoinedAnAnswerThatTookTooLong() {
        CompletableFuture<String> reader = read();
        advance(2_500);
        answer("A");
        assertThat(reader).isNotDone();

        answer("B");

        assertThat(reader).isCompletedWithValue("B, asked");
    }

    @Test
    void showsWhatItHasAndSaysSoWhereNothingNewerIsToBeHad() {
        have("A");
        advance(5_000);

        CompletableFuture<String> reader = read();
        fail();

        assertThat(reader).isCompletedWithValue("A, kept, stale for 5");
    }

    @Test
    void showsWhatItHasWhereNothingNewerComesInTime() {
        have("A");
        advance(5_000);

        StepVerifier.withVirtualTime(() -> recent.get("key", PATIENCE))
                .expectSubscription()
                .expectNoEvent(PATIENCE)
                .expectNextMatches(given -> given.value().equals("A") && given.staleFor() != null)
                .verifyComplete();
    }

    @Test
    void showsNothingThatIsFarTooOld() {
        have("A");
        advance(TimeUnit.MINUTES.toMillis(6));

        CompletableFuture<String> reader = read();
        fail();

        assertThat(reader).isCompletedExceptionally();
    }

    @Test
    void showsNothingStaleWhereThatIsNotAllowed() {
        recent = recent(Duration.ZERO, false);
        have("A");
        advance(2_000);

        CompletableFuture<String> reader = read();
        fail();

        assertThat(reader).isCompletedExceptionally();
    }

    @Test
    void saysOfWhatIsOldAtItsSourceThatItIsStale() {
        said = Duration.ofSeconds(4);
        CompletableFuture<String> reader = read();
        answer("A");

        assertThat(reader).isCompletedWithValue("A, asked, stale for 4");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void keepsTheYoungerOfTwo() {
        have("A");
        said = Duration.ofSeconds(60);
        advance(5_000);
        CompletableFuture<String> reader = read();
        answer("older");
        assertThat(reader).isCompletedWithValue("older, asked, stale for 60");

        CompletableFuture<String> next = read();
        fail();

        assertThat(next).isCompletedWithValue("A, kept, stale for 5");
    }

    @Test
    void asksAgainWhenWhatItHasMayNotHoldAnyMore() {
        recent = recent(Duration.ZERO, true);
        have("A");
        advance(1);
        CompletableFuture<String> reader = read();
        assertThat(asked).isEqualTo(2);

        answer("B");

        assertThat(reader).isCompletedWithValue("B, asked");
    }

    @Test
    void asksAgainForWhoComesAfterAChange() {
        have("A");
        advance(1);
        recent.outdate();
        advance(1);
        assertThat(recent.fresh("key")).isEmpty();

        CompletableFuture<String> reader = read();
        answer("B");

        assertThat(reader).isCompletedWithValue("B, asked");
        assertThat(recent.fresh("key")).hasValue("B");
        assertThat(read()).isCompletedWithValue("B, kept");
    }

    @Test
    void asksAgainForNobodyElseWhoJoinedAnAnswerOfBeforeTheChange() {
        CompletableFuture<String> before = read();
        advance(1);
        recent.outdate();
        advance(1);
        CompletableFuture<String> after = read();

        answer("A");

        assertThat(before).isCompletedWithValue("A, asked");
        assertThat(after).isNotDone();
        advance(1);
        recent.outdate();
        answer("B");
        assertThat(after).isCompletedWithValue("B, asked");
    }

    @Test
    void showsHoweverLateWhatWasAskedForAboutWhenTheReaderCame() {
        joinable = Duration.ofMillis(250);
        recent = recent(Duration.ZERO, false);
        CompletableFuture<String> reader = readHoweverLate();
        advance(250);
        CompletableFuture<String> joined = readHoweverLate();
        advance(1);
        CompletableFuture<String> later = readHoweverLate();
        assertThat(asked).isEqualTo(2);
        advance(2_500);

        answer("A");

        assertThat(reader).isCompletedWithValue("A, asked");
        assertThat(joined).isCompletedWithValue("A, asked");
        assertThat(later).isNotDone();
        answer("B");
        assertThat(later).isCompletedWithValue("B, asked");
        assertThat(recent.fresh("key")).isEmpty();
    }

    @Test
    void showsHoweverLateToNobodyWhatWasAskedForBeforeAChange() {
        have("A");
        assertThat(readHoweverLate()).isCompletedWithValue("A, kept");
        advance(1_950);
        CompletableFuture<String> before = readHoweverLate();
        advance(1);
        recent.outdate();
        advance(1);
        CompletableFuture<String> after = readHoweverLate();

        answer("B");

        assertThat(before).isCompletedWithValue("B, asked");
        assertThat(after).isNotDone();
        answer("C");
        assertThat(after).isCompletedWithValue("C, asked");
    }

    private Recent<String, String> recent(Duration staleIfError, boolean onlyAtOnce) {
        return new Recent<>(_ -> load(),
                (_, from, to) -> !onlyAtOnce || from == to,
                new Freshness(Duration.ofSeconds(2), Duration.ofMillis(100), staleIfError),
                this::now, 10, joinable);
    }

    private Mono<Known<String>> load() {
        asked++;
        Moment now = now();
        Sinks.One<String> load = Sinks.one();
        loads.add(load);
        return load.asMono().map(value -> new Known<>(value, now, said));
    }

    private Moment now() {
        return new Moment(TimeUnit.MILLISECONDS.toNanos(millis), millis);
    }

    private void advance(long more) {
        millis += more;
    }

    private void have(String value) {
        CompletableFuture<String> reader = read();
        answer(value);
        assertThat(reader).isCompletedWithValue(value + ", asked");
    }

    private CompletableFuture<String> read() {
        return text(recent.get("key", PATIENCE));
    }

    private CompletableFuture<String> readHoweverLate() {
        return text(recent.getHoweverLate("key"));
    }

    private static CompletableFuture<String> text(Mono<Given<String>> shown) {
        return shown.map(given -> given.value() + (given.kept() ? ", kept" : ", asked")
                + age(given.staleFor()))
                .toFuture();
    }

    private static String age(@Nullable Duration staleFor) {
        return staleFor == null ? "" : ", stale for " + staleFor.toSeconds();
    }

    private void answer(String value) {
        Objects.requireNonNull(loads.poll(), "nobody asks").tryEmitValue(value).orThrow();
    }

    private void fail() {
        Objects.requireNonNull(loads.poll(), "nobody asks")
                .tryEmitError(new IllegalStateException("by the test")).orThrow();
    }
}
